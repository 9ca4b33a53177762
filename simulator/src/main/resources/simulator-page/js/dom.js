// Builds elements. Text is only ever set as text, never parsed as HTML.

/** h('button', {class: 'x', onclick: f}, 'text', child): false and null children are left out. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && typeof value !== 'string') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const PATHS = {
  plus: 'M12 5v14M5 12h14',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-8-6 16-3-6z',
  clip: 'M8 12.5l6.5-6.5a3.2 3.2 0 0 1 4.5 4.5l-8.5 8.5a5 5 0 0 1-7-7L12 4',
  list: 'M5 7h14M5 12h14M5 17h9',
  link: 'M10 6H6v12h12v-4M13 5h6v6M19 5l-8 8',
  reply: 'M10 8V4L3 11l7 7v-4c5 0 8 1.5 11 5-1-6-4-10-11-11z',
  thumb: 'M7 21V10l4-7c1.5 0 2.5 1 2.5 2.5L13 9h6a2 2 0 0 1 2 2.3l-1.2 7A2.5 2.5 0 0 1 17.3 21zM7 10H3v11h4',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01',
  flash: 'M12 3l2.2 6H20l-4.7 4 1.8 6.5L12 15.8 6.9 19.5 8.7 13 4 9h5.8z',
  pin: 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M19 5l-1.4 1.4M6.4 17.6L5 19',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2',
};

/** A line icon; it says nothing to screen readers, its button has the name. */
export function icon(name, box = '0 0 24 24') {
  return svg(box, [{ d: PATHS[name], width: 2 }]);
}

/** One tick, two ticks, or a little clock, as WhatsApp shows them. */
export function tickIcon(stage) {
  if (stage === 'accepted') return svg('0 0 24 24', [{ d: PATHS.clock, width: 2.4 }]);
  const first = { d: 'M1.5 7l3.5 3.5L12 2.5', width: 1.7 };
  const second = { d: 'M7.5 9.5l1.5 1L16 2.5', width: 1.7 };
  return svg('0 0 18 13', stage === 'sent' ? [first] : [first, second]);
}

function svg(box, paths) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  element.setAttribute('viewBox', box);
  element.setAttribute('aria-hidden', 'true');
  for (const { d, width } of paths) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', d);
    path.setAttribute('fill', 'none');
    path.setAttribute('stroke', 'currentColor');
    path.setAttribute('stroke-width', width);
    path.setAttribute('stroke-linecap', 'round');
    path.setAttribute('stroke-linejoin', 'round');
    element.append(path);
  }
  return element;
}

/** A short message at the bottom, read out by screen readers. */
export function notice(text, bad = false) {
  const shown = h('div', { class: bad ? 'notice bad' : 'notice' }, text);
  document.getElementById('notices').append(shown);
  setTimeout(() => shown.remove(), 6000);
}
