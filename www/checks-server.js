// Checks of what the server sends.

import { bad, good, none } from "./outcome.js";

/** The media types with which files of an ending work. */
const TYPES = {
  // The pages themselves say in which characters they are written.
  html: /^text\/html(; *charset=utf-8)?$/i,
  js: /^(text|application)\/javascript(; *charset=utf-8)?$/i,
  css: /^text\/css(; *charset=utf-8)?$/i,
  json: /^application\/json(; *charset=utf-8)?$/i,
  wasm: /^application\/wasm$/i,
};

/** Those that are best. */
const WANTED = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  wasm: "application/wasm",
};

/** What pages of others and the frame read from this site. */
const SHARED = ["embed.js", "frame.js", "mingbai.js", "mingbai.wasm", "mingbai.pack", "mingbai.en.pack"];

/** What a policy has to allow; in the frame, Safari needs the address of the site beside 'self'. */
const NEEDS = { "script-src": ["'self'", "'wasm-unsafe-eval'"], "style-src": ["'self'"], "connect-src": ["'self'"] };

/** What no page of ours needs. */
const WIDE = /^(\*|https?:|'unsafe-inline'|'unsafe-eval'|'unsafe-hashes')$/;

/** The checks: a title and what is found in what `look` of `sent.js` gives. */
export const SERVER = [
  { zh: "打开方式", en: "Connection", find: connection },
  { zh: "文件清单", en: "List of files", find: list },
  { zh: "文件完整", en: "Files", find: intact },
  { zh: "媒体类型", en: "Media types", find: types },
  { zh: "其他网站读取（CORS）", en: "Reading from other sites (CORS)", find: shared },
  { zh: "安全策略（CSP）", en: "Content-Security-Policy", find: policy },
  { zh: "放进框架", en: "Framing", find: framing },
  { zh: "禁止猜测类型（nosniff）", en: "No guessing of types (nosniff)", find: sniffing },
  { zh: "压缩", en: "Compression", find: compression },
  { zh: "缓存", en: "Caching", find: caching },
  { zh: "文件日期", en: "Dates of files", find: dates },
];

function connection() {
  if (location.protocol === "https:") return good("https", "https");
  if (isSecureContext) return good("本机地址", "an address of this computer");
  return none(
    "没有用 https：不能离线打开，复制要用键盘，传输中可能被改动。最好换成 https。",
    "Not https: does not open without a network, and files can be changed on their way. https is better.",
  );
}

function list({ release }) {
  if (!release) return bad("没有读到 release.json：请把全部文件上传。", "release.json could not be read: upload all files.");
  const { version, about } = release;
  return good(`版本 ${version}，规则 ${about.rules}，核对日期 ${about.checked}`, `Version ${version}, rules ${about.rules}, checked on ${about.checked}`);
}

function intact({ release, files }) {
  if (!release) return none("没有清单，不能核对。", "Without the list there is nothing to compare with.");
  const late = files.filter(({ status }) => status === 0);
  const missing = files.filter(({ status }) => status !== 0 && (status < 200 || status > 299));
  const changed = files.filter((file) => !file.intact && !late.includes(file) && !missing.includes(file));
  if (late.length + missing.length + changed.length === 0) return good(`${files.length}个文件和发布的完全一致`, `${files.length} files are those of the release`);
  const zh = [late.length > 0 && `没有收到 ${named(late)}：连不上或太慢，请刷新再查。`, missing.length > 0 && `缺少 ${named(missing)}：请上传。`, changed.length > 0 && `${named(changed)} 和发布的不一致：没有传完整，或者被改动。不是有意改的，请重新上传；不要让服务器改写文件。`];
  const en = [late.length > 0 && `Not received: ${named(late)}. Reload and check again.`, missing.length > 0 && `Missing: ${named(missing)}. Upload them.`, changed.length > 0 && `Not as released: ${named(changed)}. Unless that is meant, upload again; nothing may rewrite the files.`];
  return bad(joined(zh), joined(en));
}

function types({ files }) {
  const wrong = arrived(files).filter(({ name, headers }) => !(TYPES[ending(name)]?.test(headers.get("Content-Type") ?? "") ?? true));
  if (wrong.length === 0) return good("都正确", "As they should be");
  const each = wrong.map(({ name, headers }) => [name, headers.get("Content-Type"), WANTED[ending(name)]]);
  return bad(
    `${each.map(([name, is, wanted]) => `${name} 是 ${is ?? "空的"}，应当是 ${wanted}`).join("；")}。请照 servers 里的样例设置。`,
    `${each.map(([name, is, wanted]) => `${name} is ${is ?? "empty"}, should be ${wanted}`).join("; ")}. See the samples in servers.`,
  );
}

function shared({ files }) {
  const closed = arrived(files).filter(({ name, headers }) => SHARED.includes(name) && headers.get("Access-Control-Allow-Origin") !== "*");
  if (closed.length === 0) return good("框架和其他网站的网页可以读取", "The frame and pages of other sites can read the files");
  return bad(
    `${named(closed)} 没有发 Access-Control-Allow-Origin: *。框架和其他网站里的自测打不开。`,
    `Without Access-Control-Allow-Origin: * on ${named(closed)}, neither the frame nor pages of other sites open.`,
  );
}

function policy({ files }) {
  const [full, frame] = ["index.html", "embed.html"].map((name) => policies(files, name));
  if (frame.length === 0) {
    return bad(
      "embed.html 没有发 Content-Security-Policy。请照 servers 里的样例加上。",
      "embed.html comes without a Content-Security-Policy. See the samples in servers.",
    );
  }
  const lacking = [...full.flatMap((one) => lacks(one, [])), ...frame.flatMap((one) => lacks(one, [location.origin]))];
  if (lacking.length > 0) {
    const what = [...new Set(lacking)].join("；");
    return bad(`还要允许：${what}。`, `Has to allow also: ${what}.`);
  }
  const wide = frame.every((one) => tooWide(one).length > 0) ? frame.flatMap(tooWide) : [];
  const text = frame.map((one) => [...one].map((part) => part.flat().join(" ")).join("; ")).join(", ");
  if (wide.length > 0) return none(`比需要的宽：${wide.join("；")}。现在允许的是：${text}`, `Wider than needed: ${wide.join("; ")}. It allows: ${text}`);
  return good(`只允许本站文件：${text}`, "Only files of this site");
}

function framing({ files }) {
  const headers = files.find(({ name }) => name === "embed.html")?.headers ?? new Headers();
  const old = headers.get("X-Frame-Options");
  const said = policies(files, "embed.html").map((one) => one.get("frame-ancestors")).filter(Boolean);
  // Where frame-ancestors is sent, browsers do not look at the older header.
  if (old && said.length === 0) {
    return bad(
      `X-Frame-Options: ${old} 使其他网站不能用框架。请去掉，改用 frame-ancestors。`,
      `X-Frame-Options: ${old} keeps other sites from showing the frame. Use frame-ancestors instead.`,
    );
  }
  const who = said.map((sources) => sources.join(" ")).join(", ");
  if (/'none'/.test(who) || said.some((sources) => sources.length === 0)) {
    return bad(
      "frame-ancestors 不允许任何网站使用框架。",
      "frame-ancestors lets no site show the frame.",
    );
  }
  if (who === "" || who === "*") return good("任何网站都可以", "Any site can show the frame");
  return good(`只有这些网站可以：${who}`, `Only these sites can show the frame: ${who}`);
}

function sniffing({ files }) {
  const open = arrived(files).filter(({ headers }) => headers.get("X-Content-Type-Options") !== "nosniff");
  return open.length === 0 ? good("已设置", "Set") : none("没有发 X-Content-Type-Options: nosniff。最好加上。", "X-Content-Type-Options: nosniff is not sent. It is better to send it.");
}

function compression({ files }) {
  const how = files.find(({ name }) => name === "mingbai.wasm")?.headers.get("Content-Encoding");
  if (how) return good(how, how);
  return none(
    "mingbai.wasm 没有压缩，第一次打开要多传约 300 KB。最好打开 gzip 或 brotli。",
    "mingbai.wasm is not compressed: about 300 KB more on the first visit. Better with gzip or brotli.",
  );
}

function caching({ files }) {
  const kept = arrived(files).filter(({ headers }) => !/no-cache|no-store|max-age=0\b/.test(headers.get("Cache-Control") ?? ""));
  if (kept.length === 0) return good("每次先问有没有换新", "Asked each time whether files have changed");
  return bad(
    `${named(kept)} 没有发 Cache-Control: no-cache。换新版后，访客可能拿到新旧混在一起的文件，打不开。`,
    `Without Cache-Control: no-cache on ${named(kept)}, visitors can get a mixture of two releases, which does not open.`,
  );
}

/** In the archive all files are of one old day; by it, servers would take a file of the next release for the one before. */
function dates({ files }) {
  const old = arrived(files).filter(({ headers }) => Date.parse(headers.get("Last-Modified")) < Date.UTC(2000));
  if (old.length === 0) return good("可以分清新旧", "Old and new files can be told apart");
  return bad(
    `${old.length}个文件还是压缩包里的旧日期。换新版后，服务器分不清新旧，访客可能打不开。请照 servers/README.txt 把日期改成今天。`,
    `${old.length} files have the old date of the archive, by which the next release cannot be told from this one. Set it to now as servers/README.txt says.`,
  );
}

/** The policies sent with a file, each as its directives with their sources. */
function policies(files, name) {
  const text = files.find((file) => file.name === name)?.headers.get("Content-Security-Policy") ?? "";
  const directive = (part) => {
    const [directive, ...sources] = part.trim().split(/\s+/);
    return [directive.toLowerCase(), sources];
  };
  const parsed = (one) => new Map(one.split(";").filter((part) => part.trim()).map(directive));
  return text.split(",").filter((one) => one.trim()).map(parsed);
}

/** What a policy does not allow and has to; beside 'self' also `more`. */
function lacks(one, more) {
  return Object.entries(NEEDS).flatMap(([directive, needed]) => {
    const sources = one.get(directive) ?? one.get("default-src");
    if (sources === undefined) return [];
    const also = (source) => (source === "'wasm-unsafe-eval'" ? ["'unsafe-eval'"] : ["*", location.protocol, location.origin]);
    const has = (source) => [source, ...also(source)].some((one) => sources.includes(one));
    const missing = [...needed, ...more].filter((source) => !has(source));
    return missing.length > 0 ? [`${directive} ${missing.join(" ")}`] : [];
  });
}

/** What a policy allows beyond what is needed. */
function tooWide(one) {
  const open = one.has("default-src") ? [] : ["default-src"];
  const wide = ["default-src", "script-src", "connect-src"].flatMap((name) => (one.get(name) ?? []).filter((source) => WIDE.test(source)).map((source) => `${name} ${source}`));
  return [...open, ...wide];
}

/** The files that came. */
function arrived(files) {
  return files.filter(({ status }) => status >= 200 && status <= 299);
}

function ending(name) {
  return name.slice(name.lastIndexOf(".") + 1);
}

function named(files) {
  return files.map(({ name }) => name).join(", ");
}

function joined(parts) {
  return parts.filter(Boolean).join(" ");
}
