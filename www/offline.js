// Opens the questionnaire out of one file: the program and the rules stand in the page, compressed. Nothing is fetched.

import { mount, ready } from "./mingbai.js";
import release from "./release.js";

const page = document.documentElement;

/** The bytes of a part of this page: gzip, in base64. */
async function part(id) {
  const text = atob(document.getElementById(id).textContent);
  const packed = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(plain).arrayBuffer();
}

/** Says in the page that it cannot be opened, and why. */
function fail(error) {
  page.className = "failed";
  document.getElementById("reason").textContent = `（${error.message ?? error}）`;
}

async function open() {
  const [wasm, pack, english] = await Promise.all(["wasm", "pack", "english"].map(part));
  await ready({ wasm, pack, english });
  const place = document.createElement("div");
  await mount(place, { fullPage: true });
  page.className = "open";
  followType(place.shadowRoot.querySelector(".root"));
  document.getElementById("mingbai").replaceChildren(place);
}

/** Sets the foot of the page in large type whenever the questionnaire is. */
function followType(root) {
  const follow = () => page.classList.toggle("large", root.classList.contains("large"));
  new MutationObserver(follow).observe(root, { attributeFilter: ["class"] });
}

/** Shows the licences of everything in this file, once somebody asks for them. */
async function tellLicences({ target }) {
  target.querySelector("pre").textContent = new TextDecoder().decode(await part("licences"));
}

/** Whether the day by which the rules should have been checked again lies behind this computer's day, in China. */
function stale() {
  return new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10) > release.about.review;
}

page.className = "opening";
document.getElementById("stale").hidden = !stale();
document.getElementById("licensed").addEventListener("toggle", tellLicences, { once: true });
open().catch(fail);
