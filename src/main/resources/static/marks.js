// Notes which post was opened and what stood at the top of the feed, and shows a reaction before the server has answered.
(() => {
  'use strict';
  const token = () => document.querySelector('input[name=_csrf]')?.value ?? '';
  const note = (url, facts) =>
    fetch(url, {method: 'POST', keepalive: true, body: new URLSearchParams({...facts, _csrf: token()})}).catch(() => {});

  /** Once somebody really looks: not for a tab that was opened behind this one. */
  const seen = (then) => {
    if (!document.hidden) setTimeout(then, 1200);
    else document.addEventListener('visibilitychange', () => seen(then), {once: true});
  };

  const part = document.querySelector('[data-marks]');
  if (part) {
    const {marks, opened, top, active} = part.dataset;
    seen(() => note(marks, opened ? {opened} : {top, active}));
  }

  document.addEventListener('htmx:beforeRequest', ({target}) => {
    if (!target.matches?.('form[data-react]')) return;
    const button = target.querySelector('[aria-pressed]');
    const given = button.getAttribute('aria-pressed') !== 'true';
    const count = button.querySelector('[data-count]');
    const now = Number(count.textContent || 0) + (given ? 1 : -1);
    button.setAttribute('aria-pressed', String(given));
    count.textContent = now > 0 ? now : '';
  });
})();
