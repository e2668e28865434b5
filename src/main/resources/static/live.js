// One stream of server-sent events for all tabs of a browser: the tab that holds the lock listens and tells the others.
(() => {
  'use strict';
  const address = document.currentScript.dataset.live;
  if (!navigator.locks || !window.BroadcastChannel || !window.EventSource) return;
  const channel = new BroadcastChannel('live');
  const KINDS = ['unread', 'notices', 'posts', 'comments', 'refresh'];
  const QUIET = 5 * 60 * 1000;
  let last = '';

  /** Others listen with document.addEventListener('live:posts', …); detail is what the server sent. */
  const tell = ({kind, data}) => {
    if (data.count !== undefined) {
      for (const badge of document.querySelectorAll('[data-unread]')) {
        badge.textContent = data.count ? (data.count > 99 ? '99+' : data.count) : '';
      }
    }
    document.dispatchEvent(new CustomEvent(`live:${kind}`, {detail: data}));
    for (const place of document.querySelectorAll(`[data-live-on~=${kind}]`)) {
      if (!place.dataset.liveAt || place.dataset.liveAt === data.at) htmx.trigger(place, 'live', data);
    }
    for (const place of document.querySelectorAll(`[data-live-show~=${kind}]`)) {
      if (!place.dataset.liveAt || place.dataset.liveAt === data.at) place.hidden = false;
    }
  };
  channel.addEventListener('message', (event) => tell(event.data));

  const visible = () => new Promise((go) => {
    if (!document.hidden) return go();
    document.addEventListener('visibilitychange', () => go(), {once: true});
  });
  const pause = (time) => new Promise((go) => setTimeout(go, time));

  /** Ends when the stream breaks, or when the tab has been hidden for five minutes: another one may be looked at. */
  const listen = () => new Promise((end) => {
    const source = new EventSource(last ? `${address}?last=${encodeURIComponent(last)}` : address);
    let timer = null;
    let opened = false;
    const stop = () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', looked);
      source.close();
      end(opened);
    };
    const looked = () => {
      clearTimeout(timer);
      if (document.hidden) timer = setTimeout(stop, QUIET);
    };
    document.addEventListener('visibilitychange', looked);
    source.onopen = () => { opened = true; };
    source.onerror = stop;
    for (const kind of KINDS) {
      source.addEventListener(kind, (event) => {
        last = event.lastEventId || last;
        const message = {kind, data: JSON.parse(event.data || '{}')};
        channel.postMessage(message);
        tell(message);
      });
    }
  });

  const run = async () => {
    let wait = 2000;
    for (;;) {
      await visible();
      const opened = await navigator.locks.request('live', listen);
      wait = opened ? 2000 : Math.min(wait * 2, 120000);
      await pause(wait * (0.5 + Math.random()));
    }
  };
  run();
})();
