// Passkeys: the browser speaks in bytes, our doors in URL-safe base 64.
(() => {
  'use strict';
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => {
    if (!buffer) return null;
    let binary = '';
    for (const byte of new Uint8Array(buffer)) binary += String.fromCharCode(byte);
    return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  };
  const say = (words) => document.dispatchEvent(new CustomEvent('say', {detail: words}));

  const post = async (url, body) => {
    const token = document.querySelector('input[name=_csrf]').value;
    const answer = await fetch(url, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-Token': token},
      body: JSON.stringify(body),
    });
    const json = await answer.json();
    if (!answer.ok) throw Object.assign(new Error('refused'), {words: json.detail});
    return json;
  };

  const make = async (button) => {
    const url = button.dataset.passkeyMake;
    const options = await post(url + '/options', {});
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    for (const known of options.excludeCredentials) known.id = bytes(known.id);
    const made = await navigator.credentials.create({publicKey: options});
    return post(url, {
      id: made.id,
      clientDataJSON: text(made.response.clientDataJSON),
      attestationObject: text(made.response.attestationObject),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    });
  };

  const enter = async (button) => {
    const url = button.dataset.passkeyEnter;
    const options = await post(url + '/options', {});
    options.challenge = bytes(options.challenge);
    const shown = await navigator.credentials.get({publicKey: options});
    const to = document.querySelector('input[name=to]');
    return post(url, {
      id: shown.id,
      clientDataJSON: text(shown.response.clientDataJSON),
      authenticatorData: text(shown.response.authenticatorData),
      signature: text(shown.response.signature),
      userHandle: text(shown.response.userHandle),
      to: to ? to.value : '/',
    });
  };

  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-passkey-make], [data-passkey-enter]');
    if (!button) return;
    button.disabled = true;
    try {
      const {to} = await (button.dataset.passkeyMake ? make(button) : enter(button));
      location.assign(to);
    } catch (problem) {
      if (problem.name !== 'NotAllowedError' && problem.name !== 'AbortError') {
        say(problem.words || button.dataset.failed);
      }
      button.disabled = false;
    }
  });
  for (const button of document.querySelectorAll('[data-passkey-make], [data-passkey-enter]')) button.hidden = false;
})();
