// Puts the page together: studios, people, the open chat, the clock. The address says which chat is open.
import { h, icon, notice } from './dom.js';
import { arrowKeys, drawList, key } from './chat-list.js';
import { further } from './format.js';
import { newChat, skipTime } from './dialogs.js';
import { Thread } from './thread.js';
import * as api from './api.js';

const byId = (id) => document.getElementById(id);
const app = byId('app');
const list = byId('chat-list');
const thread = new Thread(byId('conversation'), () => { location.hash = `#/${studio.phoneNumberId}`; });
const chats = new Map();
let studios = [];
let studio;
let offset = 0; // milliseconds the business clock runs ahead

const now = () => new Date(Date.now() + offset);

function draw() {
  const mine = [...chats.values()].filter((chat) => chat.phoneNumberId === studio.phoneNumberId);
  mine.sort((one, other) => Number(other.artist) - Number(one.artist) || (other.last?.number ?? Infinity) - (one.last?.number ?? Infinity));
  drawList(list, mine, thread.chat ? key(thread.chat) : '', now(), (chat) => { location.hash = `#/${key(chat)}`; });
  byId('studios').replaceChildren(...studios.map((one) => h('button', {
    class: 'studio', type: 'button', 'aria-pressed': String(one === studio),
    onclick: () => { location.hash = `#/${one.phoneNumberId}`; },
  }, one.studio)));
  const unread = [...chats.values()].reduce((sum, chat) => sum + chat.unread, 0);
  document.title = unread ? `(${unread}) Inkstream chat` : 'Inkstream chat';
}

function drawClock() {
  const ahead = Math.round(offset / 3_600_000);
  const words = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(now());
  byId('clock').replaceChildren(
    h('span', { class: 'clock-now' }, h('strong', {}, words), ahead ? `${ahead} h ahead of real time` : 'Real time'),
    h('button', { class: 'button', type: 'button', onclick: () => skipTime(skip) }, 'Skip time'));
}

async function readClock() {
  const clock = await api.clock();
  offset = Math.round((Date.parse(clock.now) - Date.now()) / 1000) * 1000;
  if (Math.abs(offset) < 2000) offset = 0;
  drawClock();
}

async function skip(by, words) {
  try {
    await api.advance(by);
    notice(`${words} later`);
  } catch (error) {
    notice(error.message, true);
  }
  await readClock();
  draw();
}

async function load() {
  const lists = await Promise.all(studios.map((one) => api.chats(one.phoneNumberId)));
  chats.clear();
  lists.flat().forEach((chat) => chats.set(key(chat), chat));
}

/** Opens what the address names: #/number or #/number/person. */
async function route() {
  const [, phoneNumberId, person] = location.hash.split('/');
  studio = studios.find((one) => one.phoneNumberId === phoneNumberId) ?? studios[0];
  const chat = person && chats.get(`${studio.phoneNumberId}/${decodeURIComponent(person)}`);
  app.dataset.pane = chat ? 'thread' : 'chats';
  byId('welcome').hidden = Boolean(chat);
  if (!chat) {
    thread.close();
    draw();
    return;
  }
  if (!thread.isOpen(chat)) {
    const opening = thread.open(chat);
    draw();
    if (await opening) chat.unread = 0;
    draw();
    if (matchMedia('(min-width: 761px)').matches) thread.composer.focus();
    else thread.log.focus();
  }
}

function startChat() {
  newChat(async (phone, name) => {
    const chat = await api.meet(studio.phoneNumberId, phone, name);
    chats.set(key(chat), chat);
    location.hash = `#/${key(chat)}`;
    draw();
  });
}

function connect() {
  api.live({
    entry({ chat, entry }) {
      chats.set(key(chat), chat);
      if (thread.isOpen(chat) && thread.added(entry)) chat.unread = 0;
      draw();
    },
    stage(moved) {
      const chat = chats.get(key(moved));
      if (thread.isOpen(moved)) thread.moved(moved.id, moved.stage);
      if (!chat) return;
      if (chat.last?.id === moved.id) chat.last.stage = further(moved.stage, chat.last.stage);
      if (moved.stage === 'read' && thread.isOpen(moved)) chat.unread = 0;
      draw();
    },
    typing(which) { if (thread.isOpen(which)) thread.typing(); },
    connected(is) { app.classList.toggle('offline', !is); },
  }, async () => {
    await load();
    await readClock();
    const open = thread.chat && chats.get(key(thread.chat));
    if (open) await thread.open(open);
    draw();
  });
}

function themeButton() {
  const root = document.documentElement;
  const show = () => byId('theme').replaceChildren(icon(root.dataset.theme === 'dark' ? 'sun' : 'moon'));
  byId('theme').addEventListener('click', () => {
    root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem('inkstream-theme', root.dataset.theme);
    show();
  });
  show();
}

async function start() {
  themeButton();
  byId('new-chat').append(icon('plus'));
  byId('new-chat').addEventListener('click', startChat);
  byId('welcome-new').addEventListener('click', startChat);
  arrowKeys(list);
  studios = await api.studios();
  studio = studios[0];
  await load();
  await readClock();
  connect();
  await route();
  addEventListener('hashchange', route);
  document.addEventListener('visibilitychange', () => { if (thread.chat && thread.read()) { chats.get(key(thread.chat)).unread = 0; draw(); } });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
    if (thread.chat && !thread.composer.escape()) location.hash = `#/${studio.phoneNumberId}`;
  });
  setInterval(drawClock, 20_000);
}

start().catch((error) => notice(error.message, true));
