// Draws one message.
import { h, icon, tickIcon } from './dom.js';
import { clockTime, preview, rich } from './format.js';

const TICKS = { accepted: 'on its way', sent: 'sent', delivered: 'delivered', read: 'read' };

/** `actions`: tap(entry, reply), openList(entry), quote(entry), react(entry), find(id), jump(id). */
export function row(entry, follows, actions) {
  const message = h('div', { class: 'message' }, bubble(entry, actions), choices(entry, actions), tools(entry, actions));
  const side = entry.mine ? 'row mine' : 'row';
  return h('div', { class: follows ? `${side} follows` : side, id: elementId(entry.id), 'data-id': entry.id }, message);
}

export const elementId = (wamid) => `m-${wamid.replace(/[^A-Za-z0-9]/g, '-')}`;

/** Ticks of an own message say how far it got; those of the studio's say what the studio sees. */
export function ticks(entry) {
  const words = entry.mine ? TICKS[entry.stage] : `the studio sees: ${TICKS[entry.stage]}`;
  return h('span', { class: `ticks ${entry.stage}`, title: words }, tickIcon(entry.stage), h('span', { class: 'sr' }, words));
}

export function typingRow() {
  return h('div', { class: 'row', id: 'typing-row' }, h('div', { class: 'message' },
    h('div', { class: 'bubble' }, h('span', { class: 'dots' }, h('i'), h('i'), h('i')), h('span', { class: 'sr' }, 'typing'))));
}

function bubble(entry, actions) {
  const pictured = ['image', 'sticker'].includes(entry.message.type);
  return h('div', { class: pictured ? 'bubble pictured' : 'bubble' },
    quoteOf(entry, actions),
    content(entry),
    h('div', { class: 'meta' }, h('time', { datetime: entry.at }, clockTime(entry.at)), ticks(entry)));
}

function quoteOf(entry, actions) {
  const id = entry.message.context?.id ?? entry.message.context?.message_id;
  const quoted = id && actions.find(id);
  return quoted ? quote(quoted, () => actions.jump(id)) : null;
}

export function quote(entry, onclick) {
  return h(onclick ? 'button' : 'div', { class: 'quote', type: onclick ? 'button' : null, onclick },
    h('b', {}, entry.mine ? 'You' : 'Studio'), h('span', {}, preview(entry)));
}

function content(entry) {
  const { message } = entry;
  if (entry.templateText !== undefined) return h('div', { class: 'text' }, rich(entry.templateText || preview(entry)));
  const type = message.type ?? 'text';
  const part = message[type] ?? {};
  switch (type) {
    case 'text': return text(part.body);
    case 'image':
    case 'sticker': return [picture(part), part.caption ? text(part.caption) : null];
    case 'audio': return h('audio', { class: 'voice', controls: true, preload: 'none', src: mediaUrl(part) });
    case 'video':
    case 'document': return h('a', { class: 'file', href: mediaUrl(part) ?? '#', download: '' }, preview(entry));
    case 'location': return h('div', { class: 'place' }, icon('pin'), part.name ?? `${part.latitude}, ${part.longitude}`);
    case 'interactive': return interactive(part, entry);
    case 'button': return text(part.text);
    default: return h('div', { class: 'unknown' }, preview(entry));
  }
}

function interactive(part, entry) {
  if (part.type?.endsWith('_reply')) return text(preview(entry));
  return [
    part.header?.text ? h('div', { class: 'head' }, part.header.text) : null,
    text(part.body?.text),
    part.footer?.text ? h('div', { class: 'foot' }, part.footer.text) : null,
  ];
}

const text = (words) => h('div', { class: 'text', dir: 'auto' }, rich(words ?? ''));
const mediaUrl = (part) => (part.id ? `/sim/chat/media/${encodeURIComponent(part.id)}` : null);

function picture(part) {
  const src = mediaUrl(part);
  return src
    ? h('img', { class: 'picture', src, alt: part.caption ? '' : 'Photo' })
    : h('div', { class: 'unknown' }, 'Photo from a link');
}

function choices(entry, actions) {
  if (entry.mine) return null;
  if (entry.templateButtons?.length) {
    return h('div', { class: 'choices' }, entry.templateButtons.map((title) => button(title, null,
      () => actions.tap(entry, { type: 'button', button: { payload: title, text: title } }))));
  }
  const part = entry.message.interactive;
  switch (part?.type) {
    case 'button': return h('div', { class: 'choices' }, part.action.buttons.map(({ reply }) => button(reply.title, 'reply',
      () => actions.tap(entry, interactiveReply('button_reply', { id: reply.id, title: reply.title })))));
    case 'list': return h('div', { class: 'choices' }, button(part.action.button, 'list', () => actions.openList(entry)));
    case 'cta_url': return h('div', { class: 'choices' }, linkButton(part.action.parameters));
    default: return null;
  }
}

export const interactiveReply = (type, reply) => ({ type: 'interactive', interactive: { type, [type]: reply } });

const button = (title, name, onclick) => h('button', { class: 'choice', type: 'button', onclick }, name ? icon(name) : null, title);

function linkButton({ url, display_text: title }) {
  const safe = /^https?:\/\//i.test(url);
  return h('a', { class: 'choice', href: safe ? url : '#', target: '_blank', rel: 'noopener noreferrer' }, icon('link'), title);
}

function tools(entry, actions) {
  return h('div', { class: 'tools' },
    h('button', { class: 'icon-button', type: 'button', 'aria-label': 'Reply to this message', onclick: () => actions.quote(entry) }, icon('reply')),
    entry.mine ? null : h('button', { class: 'icon-button', type: 'button', 'aria-label': 'React with a thumbs up', onclick: () => actions.react(entry) }, icon('thumb')));
}
