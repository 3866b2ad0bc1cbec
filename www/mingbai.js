// The questionnaire as one module: the program, its looks, and what a page calls.

import start, { assess as assessNow, load, mount as mountNow } from "./pkg/mingbai.js";
import release from "./release.js";
import style from "./style.js";

/** The version of this module. */
export const version = release.version;

/** The program and the rules, once anybody asked for them. */
let opened;

/** Fetches a file beside this module; what is not exactly the file of this release is refused. */
async function fetched(name) {
  const address = new URL(name, import.meta.url);
  const answer = await fetch(address, { integrity: release.integrity[name] }).catch(() => refused(name, address));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

/** Why a file did not come: browsers do not tell another file from a broken line. */
async function refused(name, address) {
  const answer = await fetch(address);
  if (answer.ok) throw new Error(`${name} 不是这一版的文件，或者已损坏 / ${name} is not the file of this version, or is damaged`);
  return answer;
}

async function open({ wasm = fetched("mingbai.wasm"), pack = fetched("mingbai.pack").then((answer) => answer.arrayBuffer()) }) {
  const [bytes] = await Promise.all([pack, start({ module_or_path: wasm })]);
  load(new Uint8Array(bytes));
}

/**
 * Fetches the program and the rules, once for the page. After a failure the next call tries again.
 * Where they cannot be fetched, their bytes are given: `{ wasm, pack }`.
 */
export function ready(bytes = {}) {
  opened ??= open(bytes).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Shows the questionnaire in an open shadow root of the element. */
export async function mount(element, options = {}) {
  await ready();
  return mountNow(element, { ...options, style });
}

/** Assesses answers: the same result as that of `policies evaluate`. */
export async function assess(answers, options) {
  await ready();
  return assessNow(answers, options);
}
