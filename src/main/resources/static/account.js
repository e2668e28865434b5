// Forms of accounts: show what was typed as a password, and tell the time zone at sign-up.
(() => {
  'use strict';
  const prepare = (root) => {
    for (const button of root.querySelectorAll('[data-reveal]')) button.hidden = false;
    for (const field of root.querySelectorAll('[data-zone]')) {
      field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || '';
    }
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-reveal]');
    if (!button) return;
    const field = document.getElementById(button.dataset.reveal);
    const shown = field.type === 'text';
    field.type = shown ? 'password' : 'text';
    button.setAttribute('aria-pressed', String(!shown));
    const use = button.querySelector('use');
    use.setAttribute('href', use.getAttribute('href').replace(/#.*/, shown ? '#eye' : '#eye-off'));
    field.focus();
  });
  // A password that was shown is sent as a password, so that browsers offer to keep it.
  document.addEventListener('submit', (event) => {
    for (const button of event.target.querySelectorAll('[data-reveal][aria-pressed=true]')) {
      document.getElementById(button.dataset.reveal).type = 'password';
    }
  }, true);
  document.addEventListener('htmx:load', (event) => prepare(event.detail.elt));
  prepare(document);
})();
