// The service worker of the full page: after the first visit the page opens without a network.
//
// `RELEASE` stands above this line once the page is built: `{ name, files }`, the files with their SHA-256.
//
// What the server sends wins wherever there is a network: a visit begins with the server's own `index.html`. If that is the
// one of this release, all else comes from the cache, each file checked when it was put there; if it is another one, the
// whole visit goes to the server. So no visit ever mixes two releases, and nothing changes under someone's answers.

/** How long the server has to answer before the page of the cache is shown, in milliseconds. */
const PATIENCE = 4000;

/** The pages whose visit goes to the server: another release stands there. */
const passing = new Set();

const home = new URL("index.html", self.registration.scope).href;
const kept = new Map(Object.entries(RELEASE.files).map(([name, hash]) => [new URL(name, self.registration.scope).href, hash]));

self.addEventListener("install", (event) => {
  // `no-cache`: a copy the browser kept may be of another release. A file that is not as built is refused.
  const request = ([url, integrity]) => new Request(url, { cache: "no-cache", integrity });
  event.waitUntil(caches.open(RELEASE.name).then((cache) => cache.addAll([...kept].map(request))));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("mingbai-") && name !== RELEASE.name;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    if (isHome(request.url)) event.respondWith(visit(event));
  } else if (kept.has(bare(request.url))) {
    event.respondWith(part(event));
  }
});

/** An address without what does not matter to a file. */
function bare(address) {
  const url = new URL(address);
  return url.origin + url.pathname;
}

function isHome(address) {
  return [home, self.registration.scope].includes(bare(address));
}

/** The page a visit begins with. */
async function visit({ request, resultingClientId }) {
  try {
    const late = new Promise((_, reject) => setTimeout(reject, PATIENCE));
    const answer = await Promise.race([fetch(request), late]);
    if (!answer.ok) throw new Error(`${answer.status}`);
    if ((await hash(answer.clone())) !== kept.get(home)) passing.add(resultingClientId);
    return answer;
  } catch {
    return fromCache(home, request);
  }
}

/** A part of the page. Other pages at the same address, and pages of another release, get theirs from the server. */
async function part({ request, clientId }) {
  const client = await self.clients.get(clientId);
  if (!client || !isHome(client.url) || passing.has(clientId)) return fetch(request);
  return fromCache(bare(request.url), request);
}

async function fromCache(url, request) {
  const cache = await caches.open(RELEASE.name);
  return (await cache.match(url)) ?? fetch(request);
}

/** The SHA-256 of an answer, as `integrity` writes it. */
async function hash(answer) {
  const digest = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
