// Texts in two languages, Chinese first, as the pages for webmasters hold them.

/**
 * Puts a text into a place, in place of what is there; nothing where the Chinese one is empty.
 * @param {HTMLElement} place
 * @param {string} zh
 * @param {string} [en]
 */
export function write(place, zh, en) {
  place.replaceChildren(zh);
  if (en) place.append(" ", Object.assign(document.createElement("span"), { lang: "en", textContent: en }));
}
