// <mm-unsaved>: as long as it stands in a form with unsaved typing, the browser asks before the page is closed.

class Unsaved extends HTMLElement {
  constructor() {
    super();
    this._typing = () => { this._typed = true; };
    this._closing = (event) => {
      if (this.dirty || this._typed) {
        event.preventDefault();
      }
    };
  }

  connectedCallback() {
    this._form = this.parentElement;
    this._form.addEventListener('input', this._typing);
    window.addEventListener('beforeunload', this._closing);
  }

  disconnectedCallback() {
    this._form.removeEventListener('input', this._typing);
    window.removeEventListener('beforeunload', this._closing);
  }

  /** The server has heard of everything typed so far. */
  set told(count) {
    this._typed = false;
  }
}

if (!customElements.get('mm-unsaved')) {
  customElements.define('mm-unsaved', Unsaved);
}
