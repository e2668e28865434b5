// Passkeys: a form with data-passkey="create" or "use" asks the device instead of being sent.
(() => {
  'use strict';
  if (!window.PublicKeyCredential) return;
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = (list) => (list || []).map((one) => ({...one, id: bytes(one.id)}));

  const createOptions = (json) => PublicKeyCredential.parseCreationOptionsFromJSON?.(json) ?? {
    ...json, challenge: bytes(json.challenge), user: {...json.user, id: bytes(json.user.id)}, excludeCredentials: known(json.excludeCredentials),
  };
  const useOptions = (json) => PublicKeyCredential.parseRequestOptionsFromJSON?.(json) ?? {
    ...json, challenge: bytes(json.challenge), allowCredentials: known(json.allowCredentials),
  };

  const json = (credential) => {
    if (credential.toJSON) return credential.toJSON();
    const {response} = credential;
    const said = {clientDataJSON: text(response.clientDataJSON)};
    for (const part of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (response[part]) said[part] = text(response[part]);
    }
    if (response.getTransports) said.transports = response.getTransports();
    return {
      id: credential.id, rawId: text(credential.rawId), type: credential.type, response: said,
      clientExtensionResults: credential.getClientExtensionResults(), authenticatorAttachment: credential.authenticatorAttachment,
    };
  };

  const post = async (address, csrf, body) => {
    const answer = await fetch(address, {
      method: 'POST', body: JSON.stringify(body ?? {}),
      headers: {'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-Token': csrf},
    });
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(said.detail || '');
    return said;
  };

  const run = async (form) => {
    const csrf = form.elements._csrf.value;
    const options = await post(form.dataset.options, csrf);
    if (form.dataset.passkey === 'create') {
      const credential = await navigator.credentials.create({publicKey: createOptions(options)});
      await post(form.action, csrf, {publicKey: {credential: json(credential), label: form.elements.label?.value || navigator.platform}});
    } else {
      const credential = await navigator.credentials.get({publicKey: useOptions(options)});
      const answer = await post(form.action, csrf, json(credential));
      if (answer.redirectUrl) return location.assign(answer.redirectUrl);
    }
    location.assign(form.dataset.done);
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const said = form.querySelector('[role=alert]');
      run(form).catch((problem) => {
        // Whoever closed the device's dialog knows it.
        if (problem.name === 'NotAllowedError' || problem.name === 'AbortError') return;
        if (said) said.textContent = problem.message || form.dataset.failed;
      });
    });
  }
})();
