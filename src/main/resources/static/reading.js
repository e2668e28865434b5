// Where I stopped: in a long text (kept by the server) and in a recording (kept on this device).
(() => {
  'use strict';
  const text = document.querySelector('[data-reading]');
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
    const moved = () => {
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
      const seen = box.bottom > 0 && box.top < innerHeight;
      ticked = now;
      watched = !document.hidden && document.hasFocus() && seen && now - active < idle;
      if (looked > 3000 && !at) far = Math.max(far, read());
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
    document.addEventListener('visibilitychange', () => (document.hidden ? leave() : tick()));
    if (reading) setInterval(tick, 1000);

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
