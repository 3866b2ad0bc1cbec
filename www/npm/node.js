// The same in Node, where nothing is fetched: the program and the rules are read from the files beside this module.

import { readFile } from "node:fs/promises";
import * as mingbai from "./mingbai.js";

export { mount, version } from "./mingbai.js";

const read = (name) => readFile(new URL(name, import.meta.url));

/** The bytes of all files. */
async function files() {
  const [wasm, pack, english] = await Promise.all(["mingbai.wasm", "mingbai.pack", "mingbai.en.pack"].map(read));
  return { wasm, pack, english };
}

export async function ready(given) {
  return mingbai.ready({ ...(await files()), ...given });
}

export async function assess(answers, options) {
  await ready();
  return mingbai.assess(answers, options);
}

export async function facts() {
  await ready();
  return mingbai.facts();
}
