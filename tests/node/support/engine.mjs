// The engine as a page gets it: the release build's module, its WebAssembly and its data pack, in Node.

import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { root } from './command.mjs';

const dist = path.join(root, 'dist');
const target = path.resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');

/** What the program exports, before the module around it; no data pack is loaded yet. */
export async function startedModule() {
  const module = await import(path.join(target, 'bundle/pkg/mingbai.js'));
  await module.default({ module_or_path: await readFile(path.join(dist, 'mingbai.wasm')) });
  return module;
}

/** The bytes of the data pack. */
export async function packBytes() {
  return new Uint8Array(await readFile(path.join(dist, 'mingbai.pack')));
}

/** The bytes of the English words. */
export async function englishBytes() {
  return new Uint8Array(await readFile(path.join(dist, 'mingbai.en.pack')));
}

/** `assess`, ready to be called. */
export async function assessFunction() {
  const module = await startedModule();
  module.load(await packBytes());
  return module.assess;
}
