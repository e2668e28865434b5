// Where I stopped: in a long text (kept by the server) and in a recording (kept on this device).
(() => {
  'use strict';
  const text = document.querySelector('[data-reading]');
  const line = document.querySelector('.reading-line');

  if (text) {
    const csrf = text.dataset.csrf;
    let sent = Number(text.dataset.at) || 0;
    let far = sent;
    let timer = null;

    /** How much of the text has been above the lower edge of the screen, in thousandths. */
    const read = () => {
      const box = text.getBoundingClientRect();
      return Math.max(0, Math.min(1000, Math.round((1000 * (innerHeight - box.top)) / box.height)));
    };
    const send = () => {
      timer = null;
      if (far <= sent) return;
      sent = far;
      fetch(text.dataset.reading, {method: 'POST', keepalive: true, body: new URLSearchParams({at: far, _csrf: csrf})}).catch(() => {});
    };
    const moved = () => {
      const now = read();
      far = Math.max(far, now);
      if (line) line.value = now;
      if (!timer) timer = setTimeout(send, 5000);
    };
    addEventListener('scroll', moved, {passive: true});
    addEventListener('pagehide', send);
    document.addEventListener('visibilitychange', () => document.hidden && send());

    const on = document.querySelector('[data-read-on]');
    if (on && sent > 50 && sent < 980 && text.offsetHeight > 1.5 * innerHeight) {
      on.hidden = false;
      on.addEventListener('click', () => {
        scrollBy({top: text.getBoundingClientRect().top + (text.offsetHeight * sent) / 1000 - innerHeight});
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
