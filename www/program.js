// The program and the rules: fetched once for a page, however many questionnaires stand on it.

import start, { assess as assessNow, facts as factsNow, load } from "./pkg/mingbai.js";
import release from "./release.js";

/** The version of this module. */
export const version = release.version;

/** What went wrong. Its `code` is that of the event `mingbai-error`: `network`, `integrity`, `pack`, `wasm`, `crash` or `option`. */
export class MingbaiError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "MingbaiError";
    this.code = code;
  }
}

/** The program and the rules, once anybody asked for them. */
let opened;

/** The English words, once anybody asked for them. */
let learnt;

/** The bytes of the rules. */
let rules;

/** Whether the program came as bytes and not from an address. */
let fromBytes = false;

/** The folder of this module, as it stands in the stack of an error. */
const FOLDER = /((?:https?|file):\S*\/)[^/]*:\d+:\d+/.exec(new Error().stack)?.[1];

/** What to do when the program has crashed. */
const living = new Set();

/**
 * Fetches the program and the rules, once for the page. After a failure the next call tries again.
 * @param {{ wasm: BufferSource, pack: BufferSource, english?: BufferSource }} [files] the bytes of `mingbai.wasm`, `mingbai.pack` and
 *   `mingbai.en.pack`, where they are not to be fetched
 * @returns {Promise<{ version: string, rules: string }>} the version of this module, and what tells its rules from all others
 */
export function ready(files) {
  opened ??= open(files).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Fetches the English words, once for the page. After a failure the next call tries again. */
export function english() {
  learnt ??= learn().catch((error) => {
    learnt = undefined;
    throw error;
  });
  return learnt;
}

/** Fetches the words of a language, where they are not part of the program; a failure is told when they are needed. */
export async function spoken(lang) {
  if (isEnglish(lang)) await english().catch(() => {});
}

/** Whether a language tag is English. */
export function isEnglish(lang) {
  return /^en\b/i.test(lang ?? "");
}

/** Assesses answers: the same result as that of `policies evaluate`. */
export async function assess(answers, options) {
  await ready();
  return assessNow(answers, options);
}

/** What can be answered, and in which form. */
export async function facts() {
  await english();
  return factsNow();
}

/**
 * Keeps in mind what to do when the program has crashed.
 * @param {(error: MingbaiError) => void} fail
 * @returns {() => void} forgets it
 */
export function whenCrashed(fail) {
  if (living.size === 0) listen("addEventListener");
  living.add(fail);
  return () => {
    living.delete(fail);
    if (living.size === 0) listen("removeEventListener");
  };
}

/** Says that the program has crashed: nothing in it can be used any more. */
export function crash(cause) {
  const error = new MingbaiError("crash", `自测程序出错，已停止 / the program failed and was stopped (${cause})`);
  opened = Promise.reject(error);
  opened.catch(() => {});
  for (const fail of [...living]) fail(error);
}

async function open(files) {
  const [wasm, pack] = files ? [files.wasm, files.pack] : [fetchedProgram(), fetchedRules()];
  fromBytes = Boolean(files);
  const [bytes] = await Promise.all([pack, started(wasm)]);
  const said = { version, rules: loaded(bytes, files?.english) };
  rules = bytes;
  if (files?.english) learnt = Promise.resolve();
  return said;
}

async function learn() {
  const words = fetched(new URL("./mingbai.en.pack", import.meta.url), release.integrity["mingbai.en.pack"]);
  const [bytes] = await Promise.all([words.then((answer) => answer.arrayBuffer()), ready()]);
  loaded(rules, bytes);
}

/** Gives the program the rules, with the English words where they are there; what tells these rules from all others. */
function loaded(pack, english) {
  try {
    return load(new Uint8Array(pack), english && new Uint8Array(english));
  } catch (error) {
    throw new MingbaiError("pack", error.message);
  }
}

async function started(wasm) {
  const file = await wasm;
  try {
    await start({ module_or_path: file });
  } catch (error) {
    throw new MingbaiError("wasm", `浏览器或者网页的安全策略不允许运行 WebAssembly / WebAssembly cannot be run here (${error.message})`);
  }
}

function fetchedProgram() {
  return fetched(new URL("./mingbai.wasm", import.meta.url), release.integrity["mingbai.wasm"]);
}

/** The rules beside this module; or those the page names, by their address and what they must be. */
async function fetchedRules() {
  const named = document.querySelector('link[rel="mingbai-pack"]');
  const address = named ? named.href : new URL("./mingbai.pack", import.meta.url);
  const integrity = named ? named.integrity : release.integrity["mingbai.pack"];
  if (!/^sha(256|384|512)-/.test(integrity)) {
    throw new MingbaiError("integrity", `${address}：<link rel="mingbai-pack"> 没有写 integrity / has no integrity`);
  }
  return (await fetched(address, integrity)).arrayBuffer();
}

/** Fetches a file; what is not exactly what it must be is refused. */
async function fetched(address, integrity) {
  const answer = await fetch(address, { integrity }).catch(() => refused(address));
  if (!answer.ok) throw new MingbaiError("network", `${address}: ${answer.status}`);
  return answer;
}

/** Why a file did not come: browsers do not tell another file from a broken line. */
async function refused(address) {
  const answer = await fetch(address).catch((error) => {
    throw new MingbaiError("network", `${address}: ${error.message}`);
  });
  if (answer.ok) throw new MingbaiError("integrity", `${address} 不是这一版的文件，或者已损坏 / is not the file of this version, or is damaged`);
  return answer;
}

function listen(change) {
  globalThis[change]("error", heard);
  globalThis[change]("unhandledrejection", heard);
}

/** An error nobody caught. One that WebAssembly raised in our program ends it. */
function heard(event) {
  const error = event.error ?? event.reason;
  const stack = String(error?.stack);
  const raised = error instanceof WebAssembly.RuntimeError || (/RangeError|InternalError/.test(error?.name) && stack.includes("wasm"));
  if (raised && (fromBytes || !FOLDER || stack.includes(FOLDER))) crash(error.message);
}
