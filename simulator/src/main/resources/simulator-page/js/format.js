// Words and numbers as people read them.
import { h } from './dom.js';

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const dayName = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

export const clockTime = (at) => time.format(new Date(at));
export const day = (at) => dayName.format(new Date(at));

/** For the list: the time today, else the day. */
export function when(at, now) {
  const date = new Date(at);
  return date.toDateString() === now.toDateString() ? time.format(date) : shortDay.format(date);
}

/** +44 7700 900123 */
export function phoneNumber(digits) {
  if (!digits) return 'number hidden';
  if (digits.startsWith('44') && digits.length === 12) return `+44 ${digits.slice(2, 6)} ${digits.slice(6)}`;
  return `+${digits}`;
}

const STAGES = ['accepted', 'sent', 'delivered', 'read'];

/** Events may overtake each other; a message never goes back. */
export const further = (one, other) => (STAGES.indexOf(one) > STAGES.indexOf(other) ? one : other);

export function initials(name) {
  const words = name.trim().split(/\s+/);
  return ((words[0]?.[0] ?? '?') + (words.length > 1 ? words.at(-1)[0] : '')).toUpperCase();
}

export function hue(text) {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + character.codePointAt(0)) % 997;
  return `hue-${sum % 8}`;
}

export function money(minor, currency) {
  return new Intl.NumberFormat(undefined, { style: 'currency', currency: currency.toUpperCase() }).format(minor / 100);
}

const PIECES = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])|\*(\S(?:[^*\n]*\S)?)\*|_(\S(?:[^_\n]*\S)?)_|~(\S(?:[^~\n]*\S)?)~|```([^`]+)```/gu;

/** WhatsApp's own marks (*bold* _italic_ ~struck~ ```code```) and links, as nodes. */
export function rich(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(PIECES)) {
    const [whole, url, bold, italic, struck, code] = match;
    const inWord = /\w/.test(text[match.index - 1] ?? '') || /\w/.test(text[match.index + whole.length] ?? '');
    if (!url && inWord) continue;
    nodes.push(text.slice(from, match.index));
    if (url) nodes.push(h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, url));
    else if (bold) nodes.push(h('strong', {}, bold));
    else if (italic) nodes.push(h('em', {}, italic));
    else if (struck) nodes.push(h('s', {}, struck));
    else nodes.push(h('code', {}, code));
    from = match.index + whole.length;
  }
  nodes.push(text.slice(from));
  return nodes;
}

/** One line that stands for a message, without marks: in the list, in quotes. */
export const preview = (entry) => words(entry).replace(/(^|\W)[*_~](\S[^*_~\n]*\S|\S)[*_~](?=\W|$)/gu, '$1$2');

function words(entry) {
  const message = entry.message;
  if (entry.templateText) return entry.templateText;
  const type = message.type ?? (message.template ? 'template' : 'text');
  const part = message[type] ?? {};
  switch (type) {
    case 'text': return part.body ?? '';
    case 'image': return part.caption ? `Photo: ${part.caption}` : 'Photo';
    case 'video': return 'Video';
    case 'audio': return 'Voice message';
    case 'document': return part.filename ?? 'Document';
    case 'sticker': return 'Sticker';
    case 'location': return part.name ?? 'Location';
    case 'contacts': return 'Contact';
    case 'reaction': return part.emoji ? `Reacted ${part.emoji}` : 'Took a reaction back';
    case 'button': return part.text ?? '';
    case 'template': return `Template ${part.name ?? ''}`;
    case 'interactive': return part.button_reply?.title ?? part.list_reply?.title ?? part.body?.text ?? '';
    default: return type;
  }
}
