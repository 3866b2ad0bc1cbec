// The page inside the frame of embed.js: shows the questionnaire as the part of the address behind the `#` says, and
// tells the page around it how high it is. Nothing else is ever told.

import { mount } from "./mingbai.js";

/** The origin of the page around, once it has said hello. */
let host;

function tell() {
  if (host === undefined) return;
  const { height } = document.body.getBoundingClientRect();
  parent.postMessage({ mingbai: 1, type: "height", height: Math.ceil(height) }, host);
}

addEventListener("message", ({ source, origin, data }) => {
  if (parent === self || source !== parent || data?.mingbai !== 1 || data.type !== "hello") return;
  // A page opened as a file, or sandboxed itself, has an origin that cannot be addressed.
  host = origin === "null" ? "*" : origin;
  tell();
});

new ResizeObserver(tell).observe(document.body);

/** The options in the address: the attributes of the element, by their names. */
function options() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const names = customElements.get("mingbai-checker").observedAttributes.filter((name) => asked.has(name));
  const option = (name) => [name.replace(/-./g, ([, letter]) => letter.toUpperCase()), name === "compact" || asked.get(name)];
  return Object.fromEntries(names.map(option));
}

const place = document.createElement("div");
await mount(place, options());
document.querySelector("main").replaceChildren(place);
