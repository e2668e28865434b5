// Where I stopped: in a long text (kept by the server) and in a recording (kept on this device).
(() => {
  'use strict';
  const text = document.querySelector('.article [data-at]');
  const line = document.querySelector('.reading-line');

  if (text) {
    const {reading, csrf} = text.dataset;
    const stopped = Number(text.dataset.at) || 0;
    const view = crypto.getRandomValues(new Uint32Array(2)).join('-');
    const idle = 60_000;
    let count = 0;
    let at = 0;
    let far = 0;
    let sentFar = 0;
    let seconds = 0;
    let looked = 0;
    let active = performance.now();
    let ticked = active;
    let watched = false;
    let timer = null;

    /** How much of the text has been above the lower edge of the screen, in thousandths. */
    const read = () => {
      const box = text.getBoundingClientRect();
      return Math.max(0, Math.min(1000, Math.round((1000 * (innerHeight - box.top)) / box.height)));
    };
    const send = () => {
      clearTimeout(timer);
      timer = null;
      const whole = Math.floor(seconds);
      if (!reading || (far <= sentFar && whole < 1)) return;
      seconds -= whole;
      sentFar = far;
      const facts = {view, n: ++count, at, part: far, seconds: whole, _csrf: csrf};
      fetch(reading, {method: 'POST', keepalive: true, body: new URLSearchParams(facts)}).catch(() => {});
    };
    /** Words of somebody who was blocked lie folded until they are asked for. */
    const folded = () => text.closest('details:not([open])');
    const moved = () => {
      if (folded()) return;
      at = read();
      far = Math.max(far, at);
      if (line) line.value = at;
      timer ??= setTimeout(send, 5000);
    };

    /** Time counts while the text is on the screen, the page is looked at, and its reader did something a minute ago or less. */
    const tick = () => {
      const now = performance.now();
      if (watched) {
        const since = Math.min(2000, now - ticked);
        seconds += since / 1000;
        looked += since;
      }
      const box = text.getBoundingClientRect();
      const seen = !folded() && box.bottom > 0 && box.top < innerHeight;
      ticked = now;
      watched = !document.hidden && document.hasFocus() && seen && now - active < idle;
      if (looked > 3000 && !at && !folded()) far = Math.max(far, read());
      if (seconds >= 15) send();
    };

    addEventListener('scroll', moved, {passive: true});
    for (const sign of ['scroll', 'pointerdown', 'pointermove', 'keydown', 'touchstart', 'focus']) {
      addEventListener(sign, () => (active = performance.now()), {passive: true});
    }
    const leave = () => {
      tick();
      send();
    };
    addEventListener('pagehide', leave);
    addEventListener('blur', tick);
    addEventListener('focus', tick);
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) {
        leave();
      } else {
        active = performance.now();
        tick();
      }
    });
    if (reading) setInterval(tick, 1000);

    /** Words that were marked can be kept, by a button that lies over the page as long as they are. */
    let hiding = null;
    document.addEventListener('selectionchange', () => {
      const form = document.querySelector('[data-keep-passage]');
      if (!form) return;
      const marked = getSelection();
      const words = marked.toString().trim();
      const within = marked.rangeCount > 0 && text.contains(marked.getRangeAt(0).commonAncestorContainer);
      clearTimeout(hiding);
      if (!within || words.length < 2 || words.length > 1000) {
        // A tap on the button itself takes the mark away before it is a click.
        hiding = setTimeout(() => (form.hidden = true), 300);
        return;
      }
      form.hidden = false;
      const box = text.getBoundingClientRect();
      const top = marked.getRangeAt(0).getBoundingClientRect().top;
      form.elements.words.value = words;
      form.elements.part.value = Math.max(0, Math.min(1000, Math.round((1000 * (top - box.top)) / box.height)));
    });
    document.addEventListener('mousedown', (event) => event.target.closest('[data-keep-passage]') && event.preventDefault());
    document.addEventListener('submit', async (event) => {
      const form = event.target.closest('[data-keep-passage]');
      if (!form) return;
      event.preventDefault();
      const say = (detail) => document.dispatchEvent(new CustomEvent('say', {detail}));
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: {'HX-Request': 'true'},
        body: new URLSearchParams(new FormData(form)),
      }).catch(() => null);
      if (answer?.ok) {
        say(form.dataset.keepPassage);
        getSelection().removeAllRanges();
        form.hidden = true;
      } else {
        HTMLFormElement.prototype.submit.call(form);
      }
    });

    /** Whoever comes for a passage is led there, where the browser has not found it by itself. */
    const part = location.hash.match(/^#part-(\d{1,4})/);
    if (part) {
      addEventListener('load', () => {
        if (scrollY < 8) scrollBy({top: text.getBoundingClientRect().top + (text.offsetHeight * part[1]) / 1000 - innerHeight / 3});
      });
    }

    const on = document.querySelector('[data-read-on]');
    if (on && stopped > 50 && stopped < 980 && text.offsetHeight > 1.5 * innerHeight) {
      on.hidden = false;
      on.addEventListener('click', () => {
        scrollBy({top: text.getBoundingClientRect().top + (text.offsetHeight * stopped) / 1000 - innerHeight});
        on.hidden = true;
      });
    }
  }

  for (const media of document.querySelectorAll('.prose audio, .prose video')) {
    const key = `media:${media.currentSrc || media.src || media.querySelector('source')?.src}`;
    try {
      media.addEventListener('loadedmetadata', () => {
        const at = Number(localStorage.getItem(key));
        if (at > 5 && at < media.duration - 5) media.currentTime = at;
      });
      media.addEventListener('timeupdate', () => localStorage.setItem(key, Math.floor(media.currentTime)));
      media.addEventListener('ended', () => localStorage.removeItem(key));
    } catch {
      // a browser that keeps nothing starts from the beginning
    }
  }
})();
