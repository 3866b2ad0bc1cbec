// What the server sends of the release.

/** How long an answer may take, in milliseconds. */
const PATIENCE = 60000;

/** What is looked at where there is no list of the release. */
const NEEDED = ["index.html", "embed.html", "page.css", "embed.js", "frame.js", "mingbai.js", "mingbai.wasm", "mingbai.pack", "mingbai.en.pack"];

/**
 * A file as the server sends it now, past all caches.
 * @typedef {object} File
 * @property {string} name
 * @property {number} status that of HTTP; 0 where nothing came
 * @property {Headers} headers
 * @property {boolean} intact whether it is the file of the release
 */

/**
 * Asks for the list of the release and for each of its files.
 * @returns {Promise<{ release: object | undefined, files: File[] }>}
 */
export async function look() {
  const release = await asked("release.json").then((answer) => (answer.ok ? answer.json() : undefined)).catch(() => undefined);
  const names = release?.files ? Object.entries(release.files) : NEEDED.map((name) => [name, undefined]);
  return { release, files: await Promise.all(names.map(([name, integrity]) => file(name, integrity))) };
}

async function file(name, integrity) {
  const whole = await asked(name, integrity).catch(() => undefined);
  const answer = whole ?? (await asked(name).catch(() => undefined));
  return { name, status: answer?.status ?? 0, headers: answer?.headers ?? new Headers(), intact: Boolean(whole?.ok) };
}

/** What is not exactly what it must be is refused. All of it is read, so that it is checked. */
async function asked(name, integrity) {
  const answer = await fetch(name, { cache: "no-store", integrity: integrity ?? "", signal: AbortSignal.timeout(PATIENCE) });
  await answer.clone().arrayBuffer();
  return answer;
}
