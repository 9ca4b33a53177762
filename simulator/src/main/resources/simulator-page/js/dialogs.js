// Dialogs: native <dialog>, so Esc closes, focus stays inside and returns to where it came from.
import { h, icon } from './dom.js';

function dialog(title, className, body, foot) {
  const heading = h('h2', { id: 'dialog-title' }, title);
  const close = () => shown.close();
  const shown = h('dialog', { class: className, 'aria-labelledby': 'dialog-title' },
    h('div', { class: 'dialog-head' }, heading,
      h('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close', onclick: close }, icon('close'))),
    body, foot);
  shown.addEventListener('close', () => shown.remove());
  shown.addEventListener('click', (event) => { if (event.target === shown) close(); });
  document.body.append(shown);
  shown.showModal();
  return shown;
}

/** WhatsApp's list: sections with rows, one may be chosen and sent. */
export function chooseRow(list, onchosen) {
  const send = h('button', { class: 'button primary', type: 'submit', disabled: true }, 'Send');
  const rows = list.action.sections.flatMap((section) => section.rows);
  const sections = list.action.sections.map((section) => h('fieldset', {},
    h('legend', { class: section.title ? null : 'sr' }, section.title ?? list.action.button),
    section.rows.map((row) => h('label', { class: 'option' },
      h('span', {}, row.title, row.description ? h('small', {}, row.description) : null),
      h('input', { type: 'radio', name: 'row', value: row.id, onchange: () => { send.disabled = false; } })))));
  const form = h('form', { method: 'dialog', class: 'dialog-body options', id: 'rows' }, sections);
  send.setAttribute('form', 'rows');
  const shown = dialog(list.action.button, 'sheet', form, h('div', { class: 'dialog-foot' }, send));
  form.addEventListener('submit', () => {
    const chosen = rows.find((row) => row.id === new FormData(form).get('row'));
    if (chosen) onchosen(chosen);
  });
  shown.querySelector('input')?.focus();
}

const NAMES = ['Amelia Hart', 'Noah Patel', 'Priya Shah', 'Tom Ellery', 'Zoë Marchetti', 'Ewan Byrne', 'Lucía Moreno', 'Marcus Doyle'];
const randomOf = (list) => list[Math.floor(Math.random() * list.length)];
const inventedPhone = () => `447700900${String(100 + Math.floor(Math.random() * 900))}`;

/** Asks who is writing; `onstart(phone, name)` may throw with a reason. */
export function newChat(onstart) {
  const name = h('input', { name: 'name', value: randomOf(NAMES), autocomplete: 'off', maxlength: '60', required: true });
  const phone = h('input', { name: 'phone', value: `+${inventedPhone()}`, inputmode: 'tel', autocomplete: 'off', maxlength: '20', required: true });
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const invent = () => { phone.value = `+${inventedPhone()}`; name.value = randomOf(NAMES); };
  const form = h('form', { class: 'dialog-body', id: 'person' },
    h('label', { class: 'field' }, h('span', {}, 'Name on WhatsApp'), name),
    h('div', { class: 'field-row' },
      h('label', { class: 'field' }, h('span', {}, 'Phone number, with country code'), phone),
      h('button', { class: 'button', type: 'button', onclick: invent }, 'Invent')),
    problem);
  const shown = dialog('New chat', '', form,
    h('div', { class: 'dialog-foot' }, h('button', { class: 'button primary', type: 'submit', form: 'person' }, 'Start')));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await onstart(phone.value, name.value);
      shown.close();
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    }
  });
  name.select();
}

const SKIPS = [['1 hour', 'PT1H'], ['13 hours', 'PT13H'], ['1 day', 'PT24H'], ['3 days', 'PT72H']];

/** Moves time on for the whole pipeline. */
export function skipTime(onskip) {
  const buttons = SKIPS.map(([words, by]) => h('button', { class: 'button', type: 'button', onclick: () => { shown.close(); onskip(by, words); } }, words));
  const body = h('div', { class: 'dialog-body' },
    h('p', {}, 'The studio and everybody else move on together: reminders come, links expire, the 24-hour window closes.'),
    h('div', { class: 'skips' }, buttons));
  const shown = dialog('Skip time', '', body);
}

/** Shows a picture before it goes out; `onsend(caption)`. */
export function sendPicture(url, onsend) {
  const caption = h('input', { name: 'caption', maxlength: '1024', autocomplete: 'off' });
  const form = h('form', { method: 'dialog', class: 'dialog-body', id: 'picture' },
    h('img', { class: 'preview', src: url, alt: 'The picture to send' }),
    h('label', { class: 'field' }, h('span', {}, 'Caption (optional)'), caption));
  dialog('Send a picture', '', form,
    h('div', { class: 'dialog-foot' }, h('button', { class: 'button primary', type: 'submit', form: 'picture' }, 'Send')));
  form.addEventListener('submit', () => onsend(caption.value.trim()));
  caption.focus();
}
