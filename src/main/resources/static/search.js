// Suggestions below a search field, by keyboard as well: arrows choose, Enter follows, Escape closes. Without it the form just searches.
(() => {
  'use strict';
  for (const form of document.querySelectorAll('[data-combobox]')) {
    const input = form.querySelector('[role=combobox]');
    const list = form.querySelector('[role=listbox]');
    if (!input || !list) continue;
    let at = -1;

    const options = () => [...list.querySelectorAll('[role=option]')];
    const choose = (next) => {
      const all = options();
      at = all.length ? (next + all.length + 1) % (all.length + 1) : -1;
      if (at === all.length) at = -1;
      all.forEach((option, n) => option.setAttribute('aria-selected', String(n === at)));
      if (at < 0) input.removeAttribute('aria-activedescendant');
      else {
        input.setAttribute('aria-activedescendant', all[at].id);
        all[at].scrollIntoView({block: 'nearest'});
      }
    };
    const show = (open) => {
      list.hidden = !open || options().length === 0;
      input.setAttribute('aria-expanded', String(!list.hidden));
      choose(-1);
    };

    list.addEventListener('htmx:afterSwap', () => {
      options().forEach((option, n) => {
        option.id = `${list.id}-${n}`;
      });
      show(document.activeElement === input);
    });
    input.addEventListener('focus', () => show(true));
    input.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (list.hidden) show(true);
        if (!options().length) return;
        event.preventDefault();
        choose(event.key === 'ArrowDown' ? at + 1 : at < 0 ? options().length - 1 : at - 1);
      } else if (event.key === 'Enter' && at >= 0) {
        event.preventDefault();
        options()[at].click();
      } else if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault();
        show(false);
      }
    });
    form.addEventListener('focusout', ({relatedTarget}) => {
      if (!form.contains(relatedTarget)) show(false);
    });
  }
})();
