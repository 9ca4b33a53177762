// The place to write: text, pictures, an answer to a message.
import { h, icon, notice } from './dom.js';
import { quote } from './bubble.js';
import { sendPicture } from './dialogs.js';
import * as api from './api.js';

const BUILT_IN = { id: '900000000000001', mime_type: 'image/jpeg' };

/** `send(message, quotes)` writes a WhatsApp message object. */
export function composer(send) {
  let answered = null;
  const answering = h('div', { class: 'answering', hidden: true });
  const starters = h('div', { class: 'starters', hidden: true });
  const text = h('textarea', { id: 'write', rows: '1', maxlength: '10000', placeholder: 'Write a message', 'aria-label': 'Write a message' });
  const file = h('input', { type: 'file', accept: 'image/jpeg,image/png', class: 'sr', tabindex: '-1', 'aria-label': 'Picture file' });
  const menu = h('div', { class: 'menu', role: 'menu', hidden: true },
    h('button', { type: 'button', role: 'menuitem', onclick: () => { showMenu(false); file.click(); } }, icon('image'), 'A picture from this computer'),
    h('button', { type: 'button', role: 'menuitem', onclick: () => { showMenu(false); preview(BUILT_IN, '/sim/chat/media/' + BUILT_IN.id); } }, icon('flash'), 'The built-in picture'));
  const attach = h('button', { class: 'icon-button', type: 'button', 'aria-label': 'Send a picture', 'aria-haspopup': 'menu', 'aria-expanded': 'false', onclick: () => showMenu(menu.hidden) }, icon('clip'));
  const form = h('form', { class: 'composer', onsubmit: (event) => { event.preventDefault(); sendText(text.value); } },
    starters, answering,
    h('div', { class: 'composer-row' },
      h('div', { class: 'attach' }, attach, menu, file), text,
      h('button', { class: 'icon-button send', type: 'submit', 'aria-label': 'Send' }, icon('send'))));

  function showMenu(open) {
    menu.hidden = !open;
    attach.setAttribute('aria-expanded', String(open));
    if (open) menu.querySelector('button').focus();
  }

  function sendText(words) {
    if (!words.trim()) return;
    send({ type: 'text', text: { body: words } }, answered?.id);
    text.value = '';
    grow();
    answer(null);
  }

  function preview(media, url) {
    sendPicture(url, (caption) => {
      send({ type: 'image', image: caption ? { ...media, caption } : media }, answered?.id);
      answer(null);
    });
  }

  function answer(entry) {
    answered = entry;
    answering.hidden = !entry;
    answering.replaceChildren(...(entry ? [quote(entry),
      h('button', { class: 'icon-button', type: 'button', 'aria-label': 'Do not quote', onclick: () => { answer(null); text.focus(); } }, icon('close'))] : []));
    if (entry) text.focus();
  }

  function grow() {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight + 2, 150)}px`;
  }

  text.addEventListener('input', grow);
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      sendText(text.value);
    }
  });
  file.addEventListener('change', async () => {
    const [picked] = file.files;
    file.value = '';
    if (!picked) return;
    try {
      preview(await api.upload(picked), URL.createObjectURL(picked));
    } catch (error) {
      notice(error.message, true);
    }
  });
  menu.addEventListener('keydown', (event) => {
    const items = [...menu.querySelectorAll('button')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
  });
  document.addEventListener('click', (event) => { if (!event.target.closest('.attach')) showMenu(false); });

  return {
    element: form,
    answer,
    focus: () => text.focus(),
    /** Suggestions for somebody who does not know how to begin. */
    suggest(words) {
      starters.hidden = words.length === 0;
      starters.replaceChildren(...words.map((one) => h('button', { class: 'starter', type: 'button', onclick: () => { sendText(one); text.focus(); } }, one)));
    },
    /** Esc: closes what is open; false when nothing was. */
    escape() {
      if (!menu.hidden) { showMenu(false); attach.focus(); return true; }
      if (answered) { answer(null); text.focus(); return true; }
      return false;
    },
  };
}
