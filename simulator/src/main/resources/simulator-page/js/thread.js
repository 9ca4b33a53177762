// One chat on screen.
import { h, icon, notice } from './dom.js';
import { day, further, phoneNumber } from './format.js';
import { elementId, interactiveReply, row, ticks, typingRow } from './bubble.js';
import { avatar, key } from './chat-list.js';
import { chooseRow } from './dialogs.js';
import { composer } from './composer.js';
import * as api from './api.js';

const STARTERS = ['Hi, I would like a tattoo', 'How much is a small fine line piece?'];
const TYPING_LASTS = 25_000;
const NEAR_THE_END = 120;

export class Thread {
  #place; #chat = null; #entries = new Map(); #last = null; #typingTimer; #newBelow = 0; #following = true;

  constructor(place, onback) {
    this.#place = place;
    this.log = h('div', { class: 'log', id: 'log', role: 'log', 'aria-label': 'Messages', tabindex: '0' });
    this.title = h('h1', {});
    this.status = h('p', {});
    this.picture = h('span', {});
    this.jump = h('button', { class: 'jump', type: 'button', hidden: true, onclick: () => this.#toEnd() });
    this.composer = composer((message, quotes) => this.#write(message, quotes));
    place.replaceChildren(
      h('header', { class: 'thread-bar' },
        h('button', { class: 'icon-button back', type: 'button', 'aria-label': 'Back to the chats', onclick: onback }, icon('back')),
        this.picture, h('div', { class: 'thread-who' }, this.title, this.status)),
      this.log, this.jump, this.composer.element);
    this.log.addEventListener('scroll', () => {
      this.#following = this.#atEnd();
      if (this.#following) this.#showJump(0);
    });
    this.log.addEventListener('load', () => { if (this.#following) this.#toEnd(); }, true); // a picture took its room
  }

  get chat() { return this.#chat; }

  /** Answers whether somebody sees it now. */
  async open(chat) {
    this.#chat = chat;
    this.#place.hidden = false;
    this.picture.replaceChildren(avatar(chat, 'small'));
    this.title.textContent = chat.name;
    this.#stopTyping();
    this.composer.answer(null);
    const entries = await api.messages(chat);
    if (!this.isOpen(chat)) return false; // another one was opened meanwhile
    this.#entries.clear();
    this.#last = null;
    this.log.replaceChildren();
    entries.forEach((entry) => this.#append(entry));
    this.#suggest();
    this.#toEnd();
    return this.read();
  }

  close() {
    this.#chat = null;
    this.#place.hidden = true;
  }

  isOpen(which) { return this.#chat !== null && key(this.#chat) === key(which); }

  /** Answers whether somebody sees it now. */
  added(entry) {
    if (this.#entries.has(entry.id)) return false;
    const atEnd = this.#atEnd();
    if (!entry.mine) this.#stopTyping();
    this.#append(entry);
    this.#suggest();
    if (atEnd || entry.mine) this.#toEnd();
    else this.#showJump(this.#newBelow + 1);
    return this.read();
  }

  moved(id, stage) {
    const entry = this.#entries.get(id);
    if (!entry) return;
    entry.stage = further(stage, entry.stage);
    document.getElementById(elementId(id))?.querySelector('.ticks')?.replaceWith(ticks(entry));
  }

  typing() {
    this.#stopTyping();
    this.status.textContent = 'typing…';
    this.status.className = 'typing';
    const atEnd = this.#atEnd();
    this.log.append(typingRow());
    if (atEnd) this.#toEnd();
    this.#typingTimer = setTimeout(() => this.#stopTyping(), TYPING_LASTS);
  }

  /** What is on screen is read, when somebody can see it; answers whether. */
  read() {
    if (document.visibilityState !== 'visible') return false;
    const unread = [...this.#entries.values()].some((entry) => !entry.mine && entry.stage !== 'read');
    if (unread) api.markRead(this.#chat).catch(() => {});
    return true;
  }

  #append(entry) {
    document.getElementById('typing-row')?.remove();
    this.#entries.set(entry.id, entry);
    if (entry.message.type === 'reaction') { this.#react(entry); return; }
    const newDay = !this.#last || new Date(this.#last.at).toDateString() !== new Date(entry.at).toDateString();
    if (newDay) this.log.append(h('div', { class: 'day' }, day(entry.at)));
    this.log.append(row(entry, !newDay && this.#last.mine === entry.mine, this.#actions));
    this.#last = entry;
  }

  #react(entry) {
    const { message_id: target, emoji } = entry.message.reaction ?? {};
    const message = document.getElementById(elementId(target ?? ''))?.querySelector('.message');
    if (!message) return;
    message.querySelector('.reaction')?.remove();
    message.classList.toggle('has-reaction', Boolean(emoji));
    if (emoji) message.append(h('span', { class: 'reaction' }, h('span', { class: 'sr' }, 'Reaction: '), emoji));
  }

  #actions = {
    tap: (entry, reply) => this.#write(reply, entry.id),
    openList: (entry) => chooseRow(entry.message.interactive, (chosen) => this.#write(interactiveReply('list_reply', chosen), entry.id)),
    quote: (entry) => this.composer.answer(entry),
    react: (entry) => this.#write({ type: 'reaction', reaction: { message_id: entry.id, emoji: '👍' } }),
    find: (id) => this.#entries.get(id),
    jump: (id) => document.getElementById(elementId(id))?.scrollIntoView({ block: 'center' }),
  };

  async #write(message, quotes) {
    try {
      const { ingressStatus } = await api.write(this.#chat, message, quotes);
      if (ingressStatus !== 200) notice(`The studio did not take the message (${ingressStatus || 'no answer'}); WhatsApp keeps trying.`, true);
    } catch (error) {
      notice(error.message, true);
    }
    this.composer.focus();
  }

  #suggest() {
    this.composer.suggest(this.#entries.size === 0 && !this.#chat.artist ? STARTERS : []);
    if (this.status.className !== 'typing') this.status.textContent = phoneNumber(this.#chat.phone);
  }

  #stopTyping() {
    clearTimeout(this.#typingTimer);
    document.getElementById('typing-row')?.remove();
    this.status.className = '';
    this.status.textContent = this.#chat ? phoneNumber(this.#chat.phone) : '';
  }

  #atEnd() { return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_THE_END; }

  #toEnd() {
    this.#following = true;
    this.log.scrollTop = this.log.scrollHeight;
    this.#showJump(0);
  }

  #showJump(count) {
    this.#newBelow = count;
    this.jump.hidden = count === 0;
    this.jump.textContent = count === 1 ? '1 new message' : `${count} new messages`;
  }
}
