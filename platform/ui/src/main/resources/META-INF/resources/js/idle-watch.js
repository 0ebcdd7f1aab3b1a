// Notices that nobody is at the screen any more. All tabs of one browser count as one screen: the moment of the last
// touch is shared between them.

const KEY = 'mimamori-last-touch';
const LOOK = 5000; // milliseconds between two looks
const SAVE = 2000; // milliseconds between two notes of a touch
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'];

class IdleWatch extends HTMLElement {
  #timer = 0;
  #noted = 0;
  #warned = false;
  #ended = false;

  connectedCallback() {
    this.hidden = true;
    this.#note(Date.now());
    TOUCHES.forEach((touch) => document.addEventListener(touch, this.#touched, { capture: true, passive: true }));
    this.#timer = setInterval(() => this.#look(), LOOK);
  }

  disconnectedCallback() {
    TOUCHES.forEach((touch) => document.removeEventListener(touch, this.#touched, { capture: true }));
    clearInterval(this.#timer);
  }

  #touched = () => {
    const now = Date.now();
    if (now - this.#noted > SAVE || this.#warned) this.#note(now);
    if (this.#warned && !this.#ended) {
      this.#warned = false;
      this.dispatchEvent(new CustomEvent('idle-back'));
    }
  };

  #note(now) {
    this.#noted = now;
    try {
      localStorage.setItem(KEY, String(now));
    } catch {
      // Storage may be forbidden; this tab then counts alone.
    }
  }

  #last() {
    try {
      return Math.max(this.#noted, Number(localStorage.getItem(KEY)) || 0);
    } catch {
      return this.#noted;
    }
  }

  #look() {
    const limit = Number(this.seconds) || 0;
    if (limit <= 0 || this.#ended) return;
    const idle = (Date.now() - this.#last()) / 1000;
    if (idle >= limit) {
      this.#ended = true;
      this.dispatchEvent(new CustomEvent('idle-end'));
    } else if (idle >= limit - this.warning && !this.#warned) {
      this.#warned = true;
      this.dispatchEvent(new CustomEvent('idle-warn'));
    } else if (idle < limit - this.warning && this.#warned) {
      this.#warned = false;
      this.dispatchEvent(new CustomEvent('idle-back'));
    }
  }
}

if (!customElements.get('mimamori-idle-watch')) {
  customElements.define('mimamori-idle-watch', IdleWatch);
}
