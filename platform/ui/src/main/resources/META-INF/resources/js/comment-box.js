// Where a comment is written: a text area that grows, and completion of the names of people, organisations and
// groups after an @ (also the full-width one that Japanese keyboards give).
//
// Input methods: while kana are being converted, every key belongs to the input method. Some browsers report the
// Enter that ends a conversion with isComposing already false, so key code 229 is looked at as well. Enter alone
// never sends; Ctrl+Enter (Cmd+Enter) does.

const MOST_MENTIONS = 10;
const MOST_CHARACTERS = 65535;
const GAP = 4; // pixels
const ROOM = 288; // pixels
const ASK_AFTER = 150; // milliseconds without typing
const ASKING = /(?:^|[^A-Za-z0-9._-])[@＠]([^\s@＠]{0,30})$/u;

let count = 0;

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children);
  return element;
};

class CommentBox extends HTMLElement {
  #labels = {};
  #cancellable = false;
  #picked = [];
  #choices = [];
  #active = -1;
  #token = 0;
  #timer = 0;
  #draft = false;
  #given = '';
  #pending = false;
  #composing = false;
  #open = false;
  #built = false;

  // What the server sets before this file is loaded sits on the element itself; take it over.
  connectedCallback() {
    if (!this.#built) {
      this.#build();
      for (const name of ['labels', 'cancellable']) {
        if (Object.hasOwn(this, name)) {
          const value = this[name];
          delete this[name];
          this[name] = value;
        }
      }
    }
    window.addEventListener('beforeunload', this.#warn);
  }

  disconnectedCallback() {
    window.removeEventListener('beforeunload', this.#warn);
    this.#hide();
    clearTimeout(this.#timer);
  }

  set labels(labels) {
    this.#labels = labels ?? {};
    if (this.#built) this.#name();
  }

  get labels() {
    return this.#labels;
  }

  set cancellable(cancellable) {
    this.#cancellable = Boolean(cancellable);
    if (this.#built) this.cancelButton.hidden = !this.#cancellable;
  }

  get cancellable() {
    return this.#cancellable;
  }

  /** Names found for a question; an answer to an older question is dropped. */
  offer(token, choices) {
    if (token !== this.#token || this.#question() === null) return;
    this.#choices = choices;
    this.#active = choices.length ? 0 : -1;
    this.#showChoices();
  }

  /** Mentions people in front of what is written, and waits for the rest. */
  mention(people) {
    people.forEach((person) => this.#pick(person));
    this.#given = people.map((person) => `@${person.name} `).join('');
    this.area.value = this.#given + this.area.value;
    this.area.focus();
    this.area.setSelectionRange(this.area.value.length, this.area.value.length);
    this.#changed();
  }

  /** The comment is kept: empty the box. */
  clear() {
    this.#pending = false;
    this.#picked = [];
    this.#given = '';
    this.area.value = '';
    this.#close();
    this.#changed();
  }

  /** The comment could not be kept: let the person try again. */
  retry() {
    this.#pending = false;
    this.#changed();
  }

  #build() {
    this.#built = true;
    const id = `comment-box-${++count}`;
    this.area = make('textarea', {
      id, rows: 1, maxlength: MOST_CHARACTERS, 'aria-autocomplete': 'list', 'aria-controls': `${id}-choices`,
      'aria-describedby': `${id}-hint`,
    });
    this.label = make('label', { for: id, class: 'visually-hidden' });
    this.list = make('ul', { id: `${id}-choices`, role: 'listbox', class: 'choices', popover: 'manual' });
    this.told = make('div', { class: 'told', hidden: '' });
    this.status = make('div', { class: 'announcer', role: 'status' });
    this.fault = make('p', { class: 'fault', role: 'alert', hidden: '' });
    this.hint = make('span', { id: `${id}-hint`, class: 'hint' });
    this.atButton = make('button', { type: 'button', class: 'at' }, '@');
    this.cancelButton = make('button', { type: 'button', class: 'cancel', hidden: '' });
    this.sendButton = make('button', { type: 'button', class: 'send', disabled: '' });
    const field = make('div', { class: 'field' }, this.label, this.area, this.list);
    const foot = make('div', { class: 'foot' }, this.atButton, this.hint, this.cancelButton, this.sendButton);
    this.append(field, this.told, this.fault, foot, this.status);
    this.#listen();
    this.#name();
    this.cancelButton.hidden = !this.#cancellable;
  }

  #listen() {
    this.area.addEventListener('compositionstart', () => (this.#composing = true));
    this.area.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#changed();
    });
    this.area.addEventListener('input', () => this.#changed());
    this.area.addEventListener('click', () => this.#ask());
    this.area.addEventListener('keydown', (event) => this.#key(event));
    this.area.addEventListener('blur', () => this.#close());
    // The list must not take the focus from the text: that would end a conversion and close the list.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const item = event.target.closest('[role=option]');
      if (item) this.#choose(Number(item.dataset.place));
    });
    this.atButton.addEventListener('pointerdown', (event) => event.preventDefault());
    this.atButton.addEventListener('click', () => this.#startMention());
    this.sendButton.addEventListener('click', () => this.#send());
    this.cancelButton.addEventListener('click', () => this.#emit('comment-cancel', {}));
  }

  #name() {
    const words = this.#labels;
    this.label.textContent = words.label ?? '';
    this.area.placeholder = words.placeholder ?? '';
    this.hint.textContent = words.hint ?? '';
    this.sendButton.textContent = words.send ?? '';
    this.cancelButton.textContent = words.cancel ?? '';
    this.atButton.setAttribute('aria-label', words.mention ?? '');
    this.atButton.title = words.mention ?? '';
    this.list.setAttribute('aria-label', words.mention ?? '');
  }

  #key(event) {
    if (this.#composing || event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#send();
    } else if (this.#open && this.#choices.length) {
      this.#keyInList(event);
    } else if (event.key === 'Escape' && this.#open) {
      event.stopPropagation();
      this.#close();
    }
  }

  #keyInList(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves) {
      event.preventDefault();
      this.#active = (this.#active + moves[event.key] + this.#choices.length) % this.#choices.length;
      this.#markActive();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      this.#choose(this.#active);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    }
  }

  /** The part of a name being typed before the caret, or null. */
  #question() {
    const { selectionStart, selectionEnd, value } = this.area;
    if (selectionStart !== selectionEnd) return null;
    const match = ASKING.exec(value.slice(0, selectionStart));
    return match ? match[1] : null;
  }

  #ask() {
    clearTimeout(this.#timer);
    const text = this.#question();
    if (text === null) {
      this.#close();
      return;
    }
    this.#timer = setTimeout(() => this.#emit('mention-query', { token: ++this.#token, text }), ASK_AFTER);
  }

  #startMention() {
    const { selectionStart, selectionEnd, value } = this.area;
    this.area.focus();
    this.area.setRangeText(/[A-Za-z0-9._-]$/.test(value.slice(0, selectionStart)) ? ' @' : '@',
      selectionStart, selectionEnd, 'end');
    this.#changed();
  }

  #choose(place) {
    const person = this.#choices[place];
    const text = this.#question();
    if (!person || text === null) return;
    const end = this.area.selectionStart;
    this.area.setRangeText(`@${person.name} `, end - text.length - 1, end, 'end');
    this.#pick(person);
    this.#close();
    this.#changed();
  }

  #pick(person) {
    if (!this.#picked.some((other) => other.type === person.type && other.code === person.code)) {
      this.#picked.push(person);
    }
  }

  /** Those picked whose name still stands in the text. */
  #mentions() {
    const text = this.area.value.replaceAll('＠', '@');
    return this.#picked.filter((person) => text.includes(`@${person.name}`));
  }

  #untell(person) {
    this.#picked = this.#picked.filter((other) => other !== person);
    this.area.value = this.area.value.replaceAll(`@${person.name}`, person.name);
    this.area.focus();
    this.#changed();
  }

  #changed() {
    this.area.style.height = 'auto';
    this.area.style.height = `${this.area.scrollHeight + 2}px`;
    const text = this.area.value.trim();
    const draft = text !== '' && text !== this.#given.trim();
    if (draft !== this.#draft) {
      this.#draft = draft;
      this.#emit('draft-change', { draft });
    }
    this.#showTold();
    this.#check();
    this.#ask();
  }

  #check() {
    const tooMany = this.#mentions().length > MOST_MENTIONS;
    this.fault.hidden = !tooMany;
    this.fault.textContent = tooMany ? this.#labels.tooMany : '';
    this.sendButton.disabled = !this.#draft || this.#pending || tooMany;
  }

  #showTold() {
    const people = this.#mentions();
    this.told.hidden = people.length === 0;
    this.told.replaceChildren(make('span', {}, this.#labels.told ?? ''), ...people.map((person) => {
      const remove = make('button', { type: 'button', 'aria-label': `${this.#labels.untell ?? ''}: ${person.name}` }, '×');
      remove.addEventListener('click', () => this.#untell(person));
      return make('span', { class: 'told-one' }, person.full, remove);
    }));
  }

  #showChoices() {
    this.list.replaceChildren(...this.#choices.map((person, place) => make('li',
      { role: 'option', id: `${this.list.id}-${place}`, 'data-place': place, class: `choice-${person.type.toLowerCase()}` },
      make('span', { class: 'choice-name' }, person.name),
      make('span', { class: 'choice-place' }, person.place || (this.#labels[person.type] ?? '')))));
    if (!this.#choices.length) {
      this.list.append(make('li', { class: 'choice-none' }, this.#labels.noChoice ?? ''));
    }
    this.#show();
    this.status.textContent = this.#choices.length
      ? (this.#labels.choices ?? '').replace('#', this.#choices.length) : (this.#labels.noChoice ?? '');
    this.#markActive();
  }

  #show() {
    if (!this.#open) {
      this.#open = true;
      this.list.showPopover();
      window.addEventListener('scroll', this.#place, { capture: true, passive: true });
      window.visualViewport?.addEventListener('resize', this.#place);
    }
    this.#place();
  }

  #hide() {
    if (this.#open) {
      this.#open = false;
      if (this.list.isConnected) this.list.hidePopover();
      this.list.replaceChildren();
      window.removeEventListener('scroll', this.#place, { capture: true });
      window.visualViewport?.removeEventListener('resize', this.#place);
    }
  }

  /** Under the text, or above it where a phone's keyboard or the end of the window leaves no room below. */
  #place = () => {
    const view = window.visualViewport;
    const top = view?.offsetTop ?? 0;
    const bottom = top + (view?.height ?? window.innerHeight);
    const text = this.area.getBoundingClientRect();
    const below = bottom - text.bottom - GAP * 2;
    const above = text.top - top - GAP * 2;
    const under = below >= Math.min(ROOM, above);
    const { style } = this.list;
    style.left = `${text.left}px`;
    style.width = `${text.width}px`;
    style.maxHeight = `${Math.max(Math.min(ROOM, under ? below : above), GAP * 10)}px`;
    style.top = under ? `${text.bottom + GAP}px` : 'auto';
    style.bottom = under ? 'auto' : `${window.innerHeight - text.top + GAP}px`;
  };

  #markActive() {
    [...this.list.children].forEach((item, place) => {
      const active = place === this.#active;
      if (item.getAttribute('role') === 'option') item.setAttribute('aria-selected', active);
      if (active) item.scrollIntoView({ block: 'nearest' });
    });
    if (this.#active >= 0) this.area.setAttribute('aria-activedescendant', `${this.list.id}-${this.#active}`);
    else this.area.removeAttribute('aria-activedescendant');
  }

  #close() {
    clearTimeout(this.#timer);
    this.#token++;
    this.#choices = [];
    this.#active = -1;
    this.#hide();
    this.status.textContent = '';
    this.area.removeAttribute('aria-activedescendant');
  }

  #send() {
    if (this.sendButton.disabled) return;
    this.#pending = true;
    this.#close();
    this.#check();
    const mentions = this.#mentions().map(({ type, code }) => ({ type, code }));
    this.#emit('comment-send', { text: this.area.value, mentions });
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #warn = (event) => {
    if (this.#draft) event.preventDefault();
  };
}

if (!customElements.get('mimamori-comment-box')) {
  customElements.define('mimamori-comment-box', CommentBox);
}
