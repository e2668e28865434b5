// Protected words are read and not copied. It says so instead of doing nothing; screen readers are not touched.
(() => {
  'use strict';
  const say = (held) => document.dispatchEvent(new CustomEvent('say', { detail: held.dataset.held }));

  const selected = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed) return null;
    return [...document.querySelectorAll('[data-held]')].find((held) => selection.containsNode(held, true));
  };

  for (const kind of ['copy', 'cut']) {
    document.addEventListener(kind, (event) => {
      const held = event.target.closest?.('[data-held]') || selected();
      if (!held) return;
      event.preventDefault();
      say(held);
    });
  }

  // With nothing selected a browser does not copy, and the reader wonders why.
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'c') return;
    const held = document.querySelector('[data-held]');
    const selection = document.getSelection();
    const typing = /^(?:INPUT|TEXTAREA)$/.test(document.activeElement?.tagName || '');
    if (held && !typing && (!selection || selection.isCollapsed)) say(held);
  });

  for (const kind of ['contextmenu', 'dragstart']) {
    document.addEventListener(kind, (event) => {
      const held = event.target.closest?.('[data-held]');
      if (!held) return;
      event.preventDefault();
      say(held);
    });
  }
})();
