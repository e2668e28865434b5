// The review queue by keyboard: a key chooses, j and k step. Each page says which keys there are; without this all of it is a form.
(() => {
  'use strict';
  const typing = (element) => element.closest('textarea, select, input:not([type=radio]):not([type=checkbox])') !== null;

  const step = (by) => {
    const lines = [...document.querySelectorAll('[data-step]')];
    if (lines.length === 0) return false;
    const at = lines.indexOf(document.activeElement);
    const to = at < 0 ? (by > 0 ? 0 : lines.length - 1) : Math.min(lines.length - 1, Math.max(0, at + by));
    lines[to].focus();
    lines[to].scrollIntoView({block: 'nearest'});
    return true;
  };

  const press = (key) => {
    const found = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (found === null) return false;
    found.focus();
    found.click();
    return true;
  };

  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey) {
      const decide = event.key === 'Enter' && document.querySelector('[data-key="Enter"]');
      if (decide) {
        event.preventDefault();
        decide.click();
      }
      return;
    }
    if (typing(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const done = event.key === 'j' ? step(1)
      : event.key === 'k' ? step(-1)
      : event.key === 'r' ? focusReason()
      : /^[a-z0-9]$/.test(event.key) && press(event.key);
    if (done) event.preventDefault();
  });

  function focusReason() {
    const reason = document.getElementById('reason');
    if (reason === null) return false;
    reason.focus();
    return true;
  }
})();
