// The people at the left.
import { h, icon } from './dom.js';
import { hue, initials, preview, when } from './format.js';
import { ticks } from './bubble.js';

export const key = (chat) => `${chat.phoneNumberId}/${chat.person}`;

export function avatar(chat, size = '') {
  const colour = chat.artist ? 'hue-studio' : hue(chat.person);
  return h('span', { class: `avatar ${size} ${colour}`, 'aria-hidden': 'true' }, chat.artist ? icon('flash') : initials(chat.name));
}

/** Draws the list anew and keeps the keyboard where it was. */
export function drawList(list, chats, openKey, now, onopen) {
  const focused = document.activeElement?.closest?.('.chat')?.dataset.key;
  list.replaceChildren(...chats.map((chat) => h('li', {}, line(chat, key(chat) === openKey, now, onopen))));
  if (focused) list.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function line(chat, open, now, onopen) {
  const { last } = chat;
  return h('button', { class: chat.unread ? 'chat unread' : 'chat', type: 'button', 'data-key': key(chat), 'aria-current': open ? 'true' : null, onclick: () => onopen(chat) },
    avatar(chat),
    h('span', { class: 'chat-name' }, h('span', {}, chat.name), chat.artist ? h('span', { class: 'badge' }, 'Team') : null),
    h('span', { class: 'chat-time' }, last ? when(last.at, now) : ''),
    h('span', { class: 'chat-last' }, last?.mine ? ticks(last) : null, h('span', {}, last ? preview(last) : 'Nothing written yet')),
    chat.unread ? h('span', { class: 'chat-unread' }, String(chat.unread), h('span', { class: 'sr' }, ' unread')) : h('span', {}));
}

/** Up and down move through the list, Home and End to its ends. */
export function arrowKeys(list) {
  list.addEventListener('keydown', (event) => {
    const lines = [...list.querySelectorAll('.chat')];
    const at = lines.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    lines[Math.max(0, Math.min(to, lines.length - 1))].focus();
  });
}
