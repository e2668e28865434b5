// Puts the posts of a column in order by dragging; the buttons beside them do the same without it.
(() => {
  'use strict';
  let dragged = null;

  document.addEventListener('pointerdown', (event) => {
    const handle = event.target.closest('[data-handle]');
    if (!handle || event.button !== 0) return;
    dragged = handle.closest('[data-item]');
    dragged.classList.add('is-dragged');
    event.preventDefault();
  });

  document.addEventListener('pointermove', (event) => {
    if (!dragged) return;
    const below = document.elementFromPoint(event.clientX, event.clientY);
    const other = below && below.closest('[data-item]');
    if (other && other !== dragged) {
      const box = other.getBoundingClientRect();
      if (event.clientY < box.top + box.height / 2) other.before(dragged);
      else other.after(dragged);
    } else if (!other) {
      const list = below && below.closest('[data-sort]');
      if (list && !list.querySelector('[data-item]')) list.append(dragged);
    }
  });

  document.addEventListener('pointerup', () => {
    if (!dragged) return;
    const item = dragged;
    dragged = null;
    item.classList.remove('is-dragged');
    let before = item.previousElementSibling;
    while (before && !before.dataset.item) before = before.previousElementSibling;
    const form = document.getElementById('drop');
    form.elements.post.value = item.dataset.item;
    form.elements.section.value = item.closest('[data-sort]').dataset.sort;
    form.elements.after.value = before ? before.dataset.item : '0';
    form.requestSubmit();
  });
})();
