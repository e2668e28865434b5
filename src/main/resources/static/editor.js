// <markdown-editor>: a textarea with a toolbar. The browser's own undo and the reader's input method are never in the way.
if (!customElements.get('markdown-editor')) {
  const WRAP = {bold: ['**', '**'], italic: ['*', '*'], code: ['`', '`']};
  const START = {heading: '## ', quote: '> ', list: '- '};
  const KEYS = {b: 'bold', i: 'italic', k: 'link'};

  class MarkdownEditor extends HTMLElement {
    connectedCallback() {
      if (this.area) return;
      this.area = this.querySelector('textarea');
      this.state = this.querySelector('.editor-state');
      this.form = this.closest('form');
      this.uploads = [];
      this.text = this.area.value;
      for (const part of this.querySelectorAll('.editor-bar, .editor-foot > [hidden]')) part.hidden = false;
      this.addEventListener('click', (event) => this.pressed(event));
      this.bar = this.querySelector('.editor-bar');
      this.stop(this.bar.firstElementChild);
      this.bar.addEventListener('keydown', (event) => step(event, this.bar));
      this.bar.addEventListener('focusin', (event) => this.stop(event.target));
      this.area.addEventListener('keydown', (event) => this.key(event));
      this.area.addEventListener('focus', () => { this.entered = true; });
      this.area.addEventListener('input', () => this.changed());
      this.area.addEventListener('compositionstart', () => { this.composing = true; });
      this.area.addEventListener('compositionend', () => { this.composing = false; });
      this.area.addEventListener('paste', (event) => this.take(event, event.clipboardData));
      this.area.addEventListener('drop', (event) => this.take(event, event.dataTransfer));
      for (const [name, over] of [['dragover', true], ['dragleave', false], ['drop', false]]) {
        this.addEventListener(name, () => this.classList.toggle('is-over', over));
      }
      this.form.addEventListener('submit', (event) => this.sent(event), true);
      addEventListener('online', () => this.save());
      this.bringBack();
      this.grow();
    }

    // ---- Changing the text, so that one press of undo takes it back ----
    insert(text, from = this.area.selectionStart, to = this.area.selectionEnd) {
      this.area.focus();
      this.area.setSelectionRange(from, to);
      if (!document.execCommand(text ? 'insertText' : 'delete', false, text)) {
        this.area.setRangeText(text, from, to, 'end');
        this.area.dispatchEvent(new InputEvent('input', {bubbles: true}));
      }
    }

    wrap(before, after) {
      const {selectionStart: from, selectionEnd: to, value} = this.area;
      const chosen = value.slice(from, to);
      const inside = value.slice(from - before.length, from) === before && value.slice(to, to + after.length) === after;
      if (inside) {
        this.insert(chosen, from - before.length, to + after.length);
        this.area.setSelectionRange(from - before.length, to - before.length);
      } else {
        this.insert(before + chosen + after);
        this.area.setSelectionRange(from + before.length, to + before.length);
      }
    }

    lines(mark) {
      const {selectionStart, selectionEnd, value} = this.area;
      const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
      const next = value.indexOf('\n', selectionEnd);
      const to = next < 0 ? value.length : next;
      const lines = value.slice(from, to).split('\n');
      const marked = lines.every((line) => line.startsWith(mark));
      this.insert(lines.map((line) => (marked ? line.slice(mark.length) : mark + line)).join('\n'), from, to);
    }

    link() {
      const {selectionStart: from, selectionEnd: to, value} = this.area;
      const chosen = value.slice(from, to);
      const address = /^https?:\/\/\S+$/.test(chosen);
      this.insert(address ? `[](${chosen})` : `[${chosen}](https://)`);
      const at = from + 1 + (address ? 0 : chosen.length);
      if (address) this.area.setSelectionRange(at, at);
      else this.area.setSelectionRange(at + 2, at + 10);
    }

    block() {
      const {selectionStart: from, selectionEnd: to, value} = this.area;
      const chosen = value.slice(from, to);
      if (!chosen.includes('\n')) return this.wrap('`', '`');
      this.insert(`\n\`\`\`\n${chosen}\n\`\`\`\n`);
    }

    // ---- Toolbar and keys ----
    /** The toolbar is one stop for Tab; arrows go on from there. */
    stop(button) {
      for (const other of this.bar.children) other.tabIndex = other === button ? 0 : -1;
    }

    pressed(event) {
      const button = event.target.closest('[data-do]');
      if (!button) return;
      const what = button.dataset.do;
      if (what === 'link') this.link();
      else if (what === 'code') this.block();
      else if (what in WRAP) this.wrap(...WRAP[what]);
      else if (what in START) this.lines(START[what]);
      else if (what === 'mention') this.mention();
      else if (what === 'picture') this.choose();
      else if (what === 'preview') this.preview(button);
    }

    key(event) {
      if (event.isComposing || event.keyCode === 229) return;
      if (!(event.ctrlKey || event.metaKey) || event.altKey) {
        if (event.key === 'Enter' && !event.shiftKey) this.goOnWithList(event);
        if (event.key === 'ArrowDown' && this.names && this.names.isConnected) {
          event.preventDefault();
          this.names.firstElementChild.focus();
        }
        return;
      }
      if (event.key === 'Enter') {
        event.preventDefault();
        this.form.requestSubmit();
      } else if (KEYS[event.key] && !event.shiftKey) {
        event.preventDefault();
        this.pressed({target: this.querySelector(`[data-do=${KEYS[event.key]}]`)});
      }
    }

    /** Enter in a list starts the next item; Enter in an empty item ends the list. */
    goOnWithList(event) {
      const {selectionStart: at, selectionEnd, value} = this.area;
      if (at !== selectionEnd) return;
      const from = value.lastIndexOf('\n', at - 1) + 1;
      const found = /^(\s*)([-*+]|(\d+)\.)( \[[ x]\])? (.*)$/.exec(value.slice(from, at));
      if (!found) return;
      event.preventDefault();
      if (!found[5]) return this.insert('', from, at);
      const mark = found[3] ? `${+found[3] + 1}.` : found[2];
      this.insert(`\n${found[1]}${mark}${found[4] ? ' [ ]' : ''} `);
    }

    mention() {
      const before = this.area.value[this.area.selectionStart - 1];
      this.insert(before && !/\s/.test(before) ? ' @' : '@');
      this.suggest();
    }

    // ---- Names after an @ ----
    suggest() {
      clearTimeout(this.asking);
      const before = this.area.value.slice(0, this.area.selectionStart);
      const typed = /(?:^|[\s（(，。、])@([\p{L}\p{N}_-]{0,30})$/u.exec(before);
      if (!typed || !this.dataset.mentions) return this.names && this.names.remove();
      this.asking = setTimeout(() => this.offer(typed[1]), 200);
    }

    async offer(start) {
      const answer = await fetch(`${this.dataset.mentions}?q=${encodeURIComponent(start)}`, {headers: {Accept: 'application/json'}});
      if (!answer.ok) return;
      const people = await answer.json();
      if (this.names) this.names.remove();
      if (!people.length) return;
      this.names = Object.assign(document.createElement('div'), {className: 'editor-names'});
      for (const {name, handle = name} of people) {
        const button = Object.assign(document.createElement('button'), {type: 'button', className: 'filter', textContent: name});
        button.addEventListener('click', () => {
          const at = this.area.selectionStart;
          this.insert(`@${handle} `, at - start.length - 1, at);
          this.names.remove();
        });
        this.names.append(button);
      }
      this.names.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' && event.key !== 'ArrowUp') return step(event, this.names);
        event.preventDefault();
        this.area.focus();
        this.names.remove();
      });
      this.area.after(this.names);
    }

    // ---- Pictures and files ----
    choose() {
      const input = Object.assign(document.createElement('input'), {type: 'file', multiple: true});
      input.addEventListener('change', () => [...input.files].forEach((file) => this.upload(file)));
      input.click();
    }

    take(event, data) {
      const files = data ? [...data.files] : [];
      if (!files.length || !this.dataset.upload) return;
      event.preventDefault();
      files.forEach((file) => this.upload(file));
    }

    /** A row below the text tells how far it is; the text itself is touched only when the file has arrived. */
    upload(file) {
      const {value, selectionStart} = this.area;
      const upload = {file, at: this.entered ? selectionStart : value.length, ...row(file.name)};
      this.uploads.push(upload);
      const list = this.querySelector('.editor-files');
      list.append(upload.row);
      list.hidden = false;
      this.send(upload);
    }

    send(upload) {
      const {file, bar, name} = upload;
      const request = upload.request = new XMLHttpRequest();
      upload.row.classList.remove('is-failed');
      name.removeAttribute('role');
      upload.row.replaceChildren(name, bar, act(this.dataset.drop, () => this.end(upload)));
      name.textContent = this.dataset.uploading.replace('{name}', file.name);
      bar.value = 0;
      request.open('POST', this.dataset.upload);
      request.setRequestHeader('Accept', 'application/json');
      request.setRequestHeader('X-CSRF-Token', this.form.elements._csrf.value);
      request.upload.addEventListener('progress', ({loaded, total}) => { bar.value = Math.round((100 * loaded) / total); });
      request.addEventListener('abort', () => { upload.ended = true; });
      request.addEventListener('loadend', () => {
        if (upload.ended) return;
        const answer = parse(request.responseText);
        if (request.status >= 200 && request.status < 300 && answer.markdown) this.arrived(upload, answer.markdown);
        else this.failed(upload, answer.detail);
      });
      const form = new FormData();
      form.append('file', file);
      request.send(form);
    }

    /** Never in the middle of a word that is being composed. */
    arrived(upload, markdown) {
      if (this.composing) return this.area.addEventListener('compositionend', () => setTimeout(() => this.arrived(upload, markdown)), {once: true});
      const {at} = upload;
      const {value} = this.area;
      const next = this.uploads.slice(this.uploads.indexOf(upload) + 1).filter((other) => other.at === at);
      const text = above(value.slice(0, at)) + markdown + below(value.slice(at));
      this.end(upload);
      this.place(text, at);
      for (const other of next) other.at = at + text.length;
      this.tell(this.dataset.uploaded.replace('{name}', upload.file.name));
    }

    failed(upload, reason) {
      const words = this.dataset.failed.replace('{name}', upload.file.name);
      upload.request = null;
      upload.row.classList.add('is-failed');
      upload.name.setAttribute('role', 'alert');
      upload.name.textContent = reason ? `${words} ${reason}` : words;
      upload.row.replaceChildren(upload.name, act(this.dataset.again, () => this.send(upload)), act(this.dataset.drop, () => this.end(upload)));
    }

    end(upload) {
      const hadFocus = upload.row.contains(document.activeElement);
      this.uploads.splice(this.uploads.indexOf(upload), 1);
      if (upload.request && upload.request.readyState < 4) upload.request.abort();
      upload.row.remove();
      this.querySelector('.editor-files').hidden = !this.uploads.length;
      if (hadFocus) this.area.focus();
    }

    /** Puts text where it belongs, while the writer goes on somewhere else. */
    place(text, at) {
      const {selectionStart: from, selectionEnd: to} = this.area;
      const move = (place) => (place >= at ? place + text.length : place);
      if (document.activeElement === this.area) this.insert(text, at, at);
      else this.area.setRangeText(text, at, at, 'preserve');
      this.area.setSelectionRange(move(from), move(to));
      this.changed();
    }

    /** What is on its way keeps its place while words before it come and go. */
    follow() {
      const [old, now] = [this.text, this.area.value];
      this.text = now;
      if (!this.uploads.length || old === now) return;
      const most = Math.min(old.length, now.length);
      let same = 0;
      while (same < most && old[same] === now[same]) same++;
      for (const upload of this.uploads) if (upload.at > same) upload.at = Math.max(same, upload.at + now.length - old.length);
    }

    // ---- Preview by the server: there is one Markdown ----
    async preview(button) {
      const pane = this.querySelector('.editor-preview');
      const open = pane.hidden;
      button.setAttribute('aria-pressed', String(open));
      if (open) {
        await htmx.ajax('POST', this.dataset.preview, {
          target: pane, swap: 'innerHTML', values: {text: this.area.value, _csrf: this.form.elements._csrf.value},
        });
      }
      pane.hidden = !open;
      this.area.hidden = open;
      if (!open) this.area.focus();
    }

    // ---- Drafts: on the server, and on this device while it can't be reached ----
    get local() {
      return `draft:${this.dataset.draftKey || location.pathname}:${this.area.name}`;
    }

    changed() {
      this.follow();
      this.grow();
      this.suggest();
      clearTimeout(this.saving);
      this.saving = setTimeout(() => this.save(), 1500);
      this.unsaved = true;
    }

    async save() {
      if (!this.unsaved || !this.isConnected) return;
      const text = this.area.value;
      store(this.local, text);
      if (!this.dataset.draft || !navigator.onLine) return this.tell(text ? this.dataset.offline : '');
      try {
        const answer = await fetch(this.dataset.draft, {method: 'POST', body: new URLSearchParams(new FormData(this.form))});
        if (!answer.ok) throw new Error(answer.status);
        store(this.local, '');
        this.kept(text, this.dataset.saved);
      } catch {
        this.tell(this.dataset.offline);
      }
    }

    kept(text, words) {
      if (this.area.value !== text) return;
      this.unsaved = false;
      this.tell(text ? words : '');
      this.dispatchEvent(new CustomEvent('kept', {bubbles: true}));
    }

    /** Waits for what is still on its way; what failed waits for nobody. */
    sent(event) {
      if (this.uploads.some((upload) => upload.request)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return this.tell(this.dataset.wait);
      }
      clearTimeout(this.saving);
      this.unsaved = false;
      if (navigator.onLine) store(this.local, '');
    }

    bringBack() {
      const text = store(this.local);
      if (text && !this.area.value) {
        this.area.value = this.text = text;
        this.tell(this.dataset.offline);
      }
    }

    // ---- Small things ----
    tell(text) {
      this.state.textContent = text;
    }

    grow() {
      if (CSS.supports('field-sizing', 'content')) return;
      const lines = this.area.value.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 60), 1);
      this.area.rows = Math.max(this.area.rows, Math.min(40, lines));
    }
  }

  // A picture is a paragraph of its own, lest it belongs to the quote or the list above it; but pictures may stand together.
  const breaks = (line, has) => '\n'.repeat(Math.max(0, (line.startsWith('![') ? 1 : 2) - has));

  const above = (text) => {
    const line = text.trimEnd().split('\n').pop();
    return line ? breaks(line, /\n*$/.exec(text)[0].length) : '';
  };

  const below = (text) => {
    const line = text.trimStart().split('\n')[0];
    return line ? breaks(line, /^\n*/.exec(text)[0].length) : text.startsWith('\n') ? '' : '\n';
  };

  const row = (words) => {
    const [row, name, bar] = ['li', 'span', 'progress'].map((tag) => document.createElement(tag));
    row.className = 'editor-file';
    name.className = 'editor-file-name';
    Object.assign(bar, {className: 'progress', max: 100});
    bar.setAttribute('aria-label', words);
    return {row, name, bar};
  };

  /** Arrows, Home and End among the buttons of a row. */
  const step = (event, row) => {
    const at = [...row.children].indexOf(event.target);
    const to = {ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: row.children.length - 1}[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    row.children[(to + row.children.length) % row.children.length].focus();
  };

  const act = (words, done) => {
    const button = Object.assign(document.createElement('button'), {type: 'button', className: 'act', textContent: words});
    button.addEventListener('click', done);
    return button;
  };

  const parse = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return {};
    }
  };

  /** Reads, writes, or with an empty text forgets; a browser that keeps nothing is no reason to fail. */
  const store = (key, text) => {
    try {
      if (text === undefined) return localStorage.getItem(key);
      if (text) localStorage.setItem(key, text);
      else localStorage.removeItem(key);
    } catch {
      // private windows
    }
    return null;
  };

  customElements.define('markdown-editor', MarkdownEditor);
}
