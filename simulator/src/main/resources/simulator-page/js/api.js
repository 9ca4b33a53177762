// Talks to the simulator. Every call answers the parsed body or throws an Error whose message can be shown.

async function call(method, path, body, type = 'application/json') {
  const request = { method, headers: {} };
  if (body !== undefined) {
    request.headers['Content-Type'] = type;
    request.body = type === 'application/json' ? JSON.stringify(body) : body;
  }
  const answer = await fetch(path, request).catch(() => { throw new Error('The simulator does not answer.'); });
  const text = await answer.text();
  const parsed = text ? JSON.parse(text) : null;
  if (!answer.ok) throw new Error(parsed?.error ?? `The simulator answered ${answer.status}.`);
  return parsed;
}

const at = (chat) => `phoneNumberId=${encodeURIComponent(chat.phoneNumberId)}&person=${encodeURIComponent(chat.person)}`;

export const studios = () => call('GET', '/sim/chat/studios');
export const chats = (phoneNumberId) => call('GET', `/sim/chat/chats?phoneNumberId=${encodeURIComponent(phoneNumberId)}`);
export const messages = (chat) => call('GET', `/sim/chat/messages?${at(chat)}`);
export const meet = (phoneNumberId, phone, name) => call('POST', '/sim/chat/people', { phoneNumberId, phone, name });
export const markRead = (chat) => call('POST', '/sim/chat/read', { phoneNumberId: chat.phoneNumberId, person: chat.person });
export const upload = (file) => call('POST', '/sim/chat/media', file, file.type);
export const clock = () => call('GET', '/sim/clock');
export const advance = (by) => call('POST', '/sim/clock/advance', { by });
export const session = (id) => call('GET', `/sim/stripe/sessions/${encodeURIComponent(id)}`);
export const checkout = (id, what) => call('POST', `/sim/stripe/sessions/${encodeURIComponent(id)}/${what}`, {});

/** Writes as the chat's person; `message` is a WhatsApp message object. */
export function write(chat, message, quotes) {
  const who = chat.phone ? { from: chat.phone } : { from_user_id: chat.person };
  return call('POST', '/sim/whatsapp/messages', { ...who, phoneNumberId: chat.phoneNumberId, message, quotes });
}

/** Live events; `again` runs after every reconnection, because something may have been missed. */
export function live(handlers, again) {
  const source = new EventSource('/sim/chat/stream');
  let opened = false;
  source.addEventListener('open', () => {
    if (opened) again();
    opened = true;
    handlers.connected(true);
  });
  source.addEventListener('error', () => handlers.connected(false));
  for (const type of ['entry', 'stage', 'typing']) {
    source.addEventListener(type, (event) => handlers[type](JSON.parse(event.data)));
  }
}
