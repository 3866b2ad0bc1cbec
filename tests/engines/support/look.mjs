// Runs inside a page: what a person can make out there, open shadow roots included.

import { computeAccessibleName, getRole } from 'dom-accessibility-api';

/** All that is seen below `within` (the whole page when it is null) and has one of the roles, in the order of the page: `{ role, name, text, element }`. */
export function look(within, roles) {
  const found = [];
  for (const element of below(within ?? document.documentElement)) {
    const role = element.localName === 'iframe' ? 'iframe' : getRole(element);
    if (roles.includes(role) && element.checkVisibility({ visibilityProperty: true })) {
      found.push({ role, name: line(computeAccessibleName(element)), text: line(element.innerText), element });
    }
  }
  return found;
}

/** All that can be read below `within`, on one line. */
export function words(within) {
  const texts = [within ?? document.body, ...shadows(within ?? document.body)].map((root) =>
    root instanceof ShadowRoot ? [...root.children].map((child) => child.innerText).join(' ') : root.innerText,
  );
  return line(texts.join(' '));
}

/** Whether nothing else covers the middle of an element that is in view. */
export function clear(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return element.getRootNode().elementFromPoint(x + width / 2, y + height / 2) === element;
}

function line(text) {
  return text.replace(/\s+/g, ' ').trim();
}

function* below(node) {
  if (node.shadowRoot) yield* below(node.shadowRoot);
  for (const child of node.children) {
    yield child;
    yield* below(child);
  }
}

function* shadows(node) {
  if (node.shadowRoot) {
    yield node.shadowRoot;
    yield* shadows(node.shadowRoot);
  }
  for (const child of node.children) yield* shadows(child);
}
