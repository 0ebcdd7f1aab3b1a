// <mm-rich-text>: formatted text. Quill does the editing; this element gives it a value, names and good manners:
// it tells of a change on leaving it or after a pause, never while Japanese is being composed.

const PAUSE_MS = 1500;
const EMPTY = '<p><br></p>';
const FORMATS = ['bold', 'italic', 'underline', 'strike', 'size', 'color', 'background', 'list', 'align', 'link'];
const TOOLBAR = [
  ['bold', 'italic', 'underline', 'strike'],
  [{ size: ['12px', false, '20px', '28px'] }, { color: [] }, { background: [] }],
  [{ list: 'ordered' }, { list: 'bullet' }, { align: [] }],
  ['link', 'clean'],
];

function useInlineStyles(Quill) {
  const size = Quill.import('attributors/style/size');
  size.whitelist = ['12px', '20px', '28px'];
  Quill.register(size, true);
  Quill.register(Quill.import('attributors/style/align'), true);
}

class RichText extends HTMLElement {
  constructor() {
    super();
    this._value = '';
  }

  connectedCallback() {
    if (!this._quill && window.Quill) {
      this._build(window.Quill);
    }
  }

  disconnectedCallback() {
    clearTimeout(this._timer);
  }

  get value() {
    return this._value;
  }

  set value(html) {
    this._value = html || '';
    this._show();
  }

  /** Makes a field frame take it for an input. */
  checkValidity() {
    return true;
  }

  focus() {
    if (this._quill) {
      this._quill.focus();
    }
  }

  _build(Quill) {
    useInlineStyles(Quill);
    const area = document.createElement('div');
    this.append(area);
    this._quill = new Quill(area, { theme: 'snow', formats: FORMATS, modules: { toolbar: TOOLBAR } });
    this._name();
    this._show();
    const root = this._quill.root;
    root.addEventListener('compositionstart', () => { this._composing = true; });
    root.addEventListener('compositionend', () => { this._composing = false; this._later(); });
    root.addEventListener('blur', () => this._tell());
    this._quill.on('text-change', (delta, before, source) => {
      if (source === 'user') {
        this._later();
      }
    });
  }

  /** Names for screen readers and pointers; Quill gives its buttons none. */
  _name() {
    const root = this._quill.root;
    root.setAttribute('role', 'textbox');
    root.setAttribute('aria-multiline', 'true');
    root.setAttribute('aria-label', this.label || '');
    const toolbar = this.querySelector('.ql-toolbar');
    toolbar.setAttribute('role', 'toolbar');
    toolbar.setAttribute('aria-label', this.label || '');
    for (const button of toolbar.querySelectorAll('button, .ql-picker-label')) {
      const kind = button.closest('.ql-picker') && !button.matches('button') ? button.closest('.ql-picker') : button;
      const found = [...kind.classList].find((c) => c.startsWith('ql-') && c !== 'ql-picker');
      const name = found === 'ql-list' ? button.value : (found || '').slice(3);
      const text = this.dataset[name];
      if (text) {
        button.setAttribute('aria-label', text);
        button.title = text;
      }
    }
  }

  _show() {
    if (!this._quill || this._html() === this._value) {
      return;
    }
    this._quill.setContents(this._quill.clipboard.convert(this._value), 'api');
  }

  _html() {
    const html = this._quill.root.innerHTML;
    return html === EMPTY ? '' : html;
  }

  _later() {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => this._tell(), PAUSE_MS);
  }

  _tell() {
    clearTimeout(this._timer);
    if (this._composing || this._html() === this._value) {
      return;
    }
    this._value = this._html();
    this.dispatchEvent(new CustomEvent('value-changed'));
  }
}

if (!customElements.get('mm-rich-text')) {
  customElements.define('mm-rich-text', RichText);
}
