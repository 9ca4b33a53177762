// The payment page of a checkout session, in place of Stripe's.
import { h, notice } from './dom.js';
import { clockTime, day, money } from './format.js';
import * as api from './api.js';

const card = document.getElementById('checkout');
const id = decodeURIComponent(location.pathname.split('/').at(-1));

function show(session) {
  const sum = money(session.amountTotal, session.currency);
  card.replaceChildren(
    h('span', { class: 'test-badge' }, 'Test money'),
    h('h1', {}, session.product || 'Deposit'),
    h('p', { class: 'checkout-sum' }, sum),
    ...(session.status === 'open' ? open(session, sum) : [closed(session)]),
    h('p', { class: 'checkout-note' }, h('a', { href: '/' }, 'Back to the chat')));
}

function open(session, sum) {
  return [
    h('button', { class: 'button primary', type: 'button', onclick: () => act('pay') }, `Pay ${sum}`),
    h('button', { class: 'button', type: 'button', onclick: () => act('decline') }, 'Try a card that is refused'),
    h('p', { class: 'checkout-note' }, `Open until ${day(session.expiresAt)}, ${clockTime(session.expiresAt)}`),
  ];
}

const closed = (session) => h('p', { class: 'checkout-state' }, session.status === 'complete' ? 'Paid. Thank you!' : 'This link has expired.');

async function act(what) {
  try {
    const { ingressStatus } = await api.checkout(id, what);
    if (what === 'decline') notice('The card was refused. The link stays open.');
    else if (ingressStatus < 200 || ingressStatus > 299) notice('The studio has not heard of it yet; Stripe keeps trying.', true);
    await load();
  } catch (error) {
    notice(error.message, true);
  }
}

async function load() {
  try {
    show(await api.session(id));
  } catch {
    card.replaceChildren(h('p', { class: 'checkout-state' }, 'There is no such payment link.'), h('a', { href: '/' }, 'Back to the chat'));
  }
}

load();
