// What every page can do beyond plain HTML. Each part works on what it finds, now or after htmx brought more.
(() => {
  'use strict';
  const root = document.documentElement;
  const words = document.querySelector('meta[name=words]').dataset;
  const year = 'path=/; max-age=31536000; samesite=lax' + (location.protocol === 'https:' ? '; secure' : '');

  // ---- Light or dark, and the visitor's language ----
  document.addEventListener('click', (event) => {
    const theme = event.target.closest('[data-theme-to]');
    const language = event.target.closest('[data-lang-to]');
    if (theme) {
      event.preventDefault();
      const to = theme.dataset.themeTo;
      document.cookie = `theme=${to}; ${year}`;
      if (to === 'auto') root.removeAttribute('data-bs-theme');
      else root.setAttribute('data-bs-theme', to);
      for (const other of document.querySelectorAll('[data-theme-to]')) other.removeAttribute('aria-current');
      theme.setAttribute('aria-current', 'true');
    } else if (language) {
      event.preventDefault();
      document.cookie = `lang=${language.dataset.langTo}; ${year}`;
      location.reload();
    }
  });

  // ---- Saying what happened ----
  const toasts = document.getElementById('toasts');
  const STAY = 6000;
  /** A note goes by itself, later if it can be answered and never while somebody is at it; and when it is tapped. */
  const leave = (note) => {
    let timer;
    const stay = () => clearTimeout(timer);
    const go = () => {
      stay();
      timer = setTimeout(() => note.remove(), note.querySelector('form') ? 2 * STAY : STAY);
    };
    for (const [name, then] of [['pointerenter', stay], ['pointerleave', go], ['focusin', stay], ['focusout', go]]) note.addEventListener(name, then);
    note.addEventListener('click', (event) => {
      if (!event.target.closest('form, a')) note.remove();
    });
    go();
  };
  const say = (text) => {
    const note = document.createElement('div');
    note.className = 'note';
    note.append(Object.assign(document.createElement('span'), {textContent: text}));
    toasts.append(note);
    leave(note);
  };
  for (const note of toasts.children) {
    note.querySelector('[data-close]').hidden = false;
    leave(note);
  }
  document.addEventListener('say', (event) => say(event.detail));
  addEventListener('offline', () => say(words.offline));
  addEventListener('online', () => say(words.back));

  // ---- Asking first: <button data-ask="What will happen"> ----
  const dialog = document.getElementById('ask');
  const ask = (from) => new Promise((answer) => {
    const [title, yes] = [dialog.querySelector('h2'), dialog.querySelector('[value=yes]')];
    title.textContent = from.dataset.askTitle || title.dataset.default;
    yes.textContent = from.dataset.askYes || yes.dataset.default;
    dialog.querySelector('p').textContent = from.dataset.ask;
    dialog.returnValue = '';
    dialog.addEventListener('close', () => answer(dialog.returnValue === 'yes'), {once: true});
    dialog.showModal();
  });
  let agreed = null;
  document.addEventListener('click', async (event) => {
    const from = event.target.closest('[data-ask]');
    if (!from || agreed === from) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (await ask(from)) {
      agreed = from;
      from.click();
      agreed = null;
    }
  }, true);

  // ---- htmx: one way to fail, focus kept ----
  document.addEventListener('htmx:beforeSwap', (event) => {
    const {xhr} = event.detail;
    if (xhr.status < 400) return;
    const page = new DOMParser().parseFromString(xhr.responseText, 'text/html');
    const problem = page.querySelector('[data-problem]');
    if (problem) {
      event.detail.shouldSwap = false;
      say(problem.textContent.trim());
    } else if (!event.detail.shouldSwap) {
      say(words.failed);
    }
  });
  document.addEventListener('htmx:sendError', () => say(words.offline));
  document.addEventListener('htmx:timeout', () => say(words.failed));
  let beforeMore = null;
  document.addEventListener('htmx:beforeRequest', (event) => {
    const list = event.target.dataset && event.target.dataset.more;
    beforeMore = list ? document.getElementById(list).lastElementChild : null;
  });
  document.addEventListener('htmx:afterSwap', () => {
    const first = beforeMore && beforeMore.nextElementSibling;
    beforeMore = null;
    const link = first && first.querySelector('a[href], button');
    if (link) link.focus({preventScroll: true});
  });
  // Who stood in what is replaced stands in what took its place.
  let stood = false;
  document.addEventListener('htmx:beforeSwap', ({detail: {target}}) => {
    stood = target !== document.body && target.contains(document.activeElement);
  });
  document.addEventListener('htmx:afterSwap', ({target}) => {
    if (!stood || document.activeElement !== document.body) return;
    const stops = 'a[href], button, summary';
    const stop = target.matches(stops) ? target : target.querySelector(stops);
    if (stop) stop.focus({preventScroll: true});
  });

  // ---- Menus close like menus ----
  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      if (menu.contains(event.target) && !event.target.closest('.menu-list a, .menu-list button')) continue;
      if (menu.querySelector('.menu-list').contains(document.activeElement)) menu.querySelector('summary').focus();
      menu.open = false;
    }
  });
  document.addEventListener('keydown', (event) => {
    const open = event.key === 'Escape' && document.querySelector('details.menu[open]');
    if (open) {
      open.open = false;
      open.querySelector('summary').focus();
    }
  });

  // ---- Copying ----
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
      say(button.dataset.done);
    } catch {
      getSelection().selectAllChildren(source);
    }
  });

  // ---- Sharing by the device, where it can ----
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-share]');
    if (button) navigator.share({title: document.title, url: button.dataset.share}).catch(() => {});
  });

  // ---- Nothing typed is lost: <form data-guard> ----
  const touched = new Set();
  document.addEventListener('input', (event) => {
    const form = event.target.closest('form[data-guard]');
    if (form) touched.add(form);
  });
  document.addEventListener('submit', (event) => touched.delete(event.target), true);
  document.addEventListener('kept', (event) => touched.delete(event.target.closest('form')));
  addEventListener('beforeunload', (event) => {
    if ([...touched].some((form) => form.isConnected)) event.preventDefault();
  });

  // ---- One press, one request ----
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method === 'dialog' || form.method === 'get') return;
    setTimeout(() => form.querySelectorAll('button:not([type=button])').forEach((button) => { button.disabled = true; }));
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('form button:disabled').forEach((button) => { button.disabled = false; });
  });

  // ---- Back to a page that was changed since it was loaded: what the browser kept of it is old ----
  document.addEventListener('htmx:afterRequest', (event) => {
    const {successful, requestConfig} = event.detail;
    if (successful && requestConfig?.verb !== 'get') history.replaceState({...history.state, old: true}, '');
  });
  addEventListener('pageshow', (event) => {
    const back = performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
    const progress = document.querySelector('[data-progress]');
    const old = event.persisted ? progress : back && (progress || history.state?.old);
    if (!old || touched.size) return;
    history.replaceState({...history.state, old: false}, '');
    location.reload();
  });

  // ---- What only works with a script appears with it; code gets its colours when there is code ----
  const ready = (part) => {
    for (const button of part.querySelectorAll('[data-copy][hidden]')) button.hidden = false;
    if (navigator.share) for (const button of part.querySelectorAll('[data-share][hidden]')) button.hidden = false;
    const wrong = part.querySelector('[data-focus], [aria-invalid=true]');
    if (wrong) wrong.focus();
    for (const tab of part.querySelectorAll(':is(.tabs, .manage-nav, .filters) > [aria-current]')) {
      const [row, own] = [tab.parentElement.getBoundingClientRect(), tab.getBoundingClientRect()];
      tab.parentElement.scrollLeft += own.left - row.left - (row.width - own.width) / 2;
    }
    colour(part);
  };
  const colour = (part) => {
    const codes = [...part.querySelectorAll('.prose pre code[class*=language-]:not(.hljs)')];
    if (!codes.length) return;
    if (window.hljs) {
      codes.forEach((code) => hljs.highlightElement(code));
    } else if (!document.getElementById('highlight')) {
      const script = Object.assign(document.createElement('script'), {id: 'highlight', src: words.highlight});
      script.addEventListener('load', () => {
        hljs.configure({ignoreUnescapedHTML: true});
        colour(document);
      });
      document.head.append(script);
    }
  };
  document.addEventListener('htmx:load', (event) => ready(event.target));
  ready(document);
})();
