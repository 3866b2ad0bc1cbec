// The page for webmasters: what is chosen, the code that comes of it, and how it looks.

import { write } from "./bilingual.js";
import { copies } from "./copy.js";
import { FILE, FORMS } from "./snippets.js";

const find = (id) => document.getElementById(id);
const form = find("options");
const shown = find("shown");

/** The attributes that are chosen by a box to tick each, by a list or by a text. */
const TICKED = ["regions", "applicant"];
const GIVEN = ["measure", "lang", "theme", "text-size", "heading-level", "as-of"];

/** No region, though one can be registered there. */
const NO_REGION = "elsewhere";

/** How long one may type before the frame is made anew, in milliseconds. */
const PAUSE = 400;

/** How long a frame that has loaded may take to say how high it is, in milliseconds. */
const ANSWER = 3000;

/** What is good to know of each form. */
const ABOUT = {
  frame: ["勾选“校验文件”的，校验的也只是 embed.js；框架里的页面由它所在的网站负责。", "A check is of embed.js alone; for what is in the frame its site answers."],
  element: ["贴在哪里，自测就在哪里。第一行在一个网页里只写一次。", "It stands where it is pasted. The first line is written once in a page."],
  file: [""],
  package: [
    "npm 文件夹在压缩包里；打包后，mingbai.wasm、mingbai.pack 和 mingbai.en.pack 要和脚本放在一起。",
    "The folder npm is in the archive; mingbai.wasm, mingbai.pack and mingbai.en.pack lie beside the finished script.",
  ],
};

const REFUSED = ["格式不对，没有写进代码。", "This cannot be used and is left out of the code."];
const UNANSWERED = [
  "预览没有打开。多半是服务器没有发 Access-Control-Allow-Origin: *，框架读不到文件；贴到网页里也打不开。网站自检会说明原因。",
  "The preview did not open. Most likely the server does not send Access-Control-Allow-Origin: *, so the frame cannot read the files, nor will it where the code is pasted. The site check says why.",
];
const NO_ADDRESS = ["请写完整的网址，以 https:// 开头。", "Please give a whole address, with https:// in front."];

/** The address that stands in the code: the last one that can be used. */
let address = new URL(".", location.href).href;

/** The attributes that the element refuses, as they stand. */
const refused = new Set();

let pause;
let answer;

find("address").value = address;
copies(find("copy-code"), find("code"));
copies(find("copy-policy"), find("policy"));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  if (target.id === "address") readAddress();
  else if (target.name in shownAttributes()) judge(target.name);
  show();
});
// Which of its attributes it can use, only an element that stands tells; it stands when it is used.
shown.addEventListener("mingbai-ready", () => {
  Object.keys(shownAttributes()).forEach(judge);
  show();
});
// A frame whose script could not be read says nothing.
find("frame").addEventListener("load", wait, true);
addEventListener("message", ({ source, data }) => {
  if (data?.mingbai === 1 && source === find("frame").querySelector("iframe")?.contentWindow) answered();
});
document.documentElement.className = "open";
show();
open().catch((error) => {
  document.documentElement.classList.add("failed");
  find("reason").textContent = `（${error.message ?? error}）`;
});

async function open() {
  const { facts } = await import("./mingbai.js");
  shown.dispatchEvent(new FocusEvent("focusin"));
  const [known, list] = await Promise.all([facts(), fetch("index.html").then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(`index.html: ${answer.status}`))))]);
  const options = (name) => known.find((fact) => fact.name === name).options;
  tick("regions", options("registered_in").filter(({ name }) => name !== NO_REGION));
  tick("applicant", options("applicant"));
  measures(new DOMParser().parseFromString(list, "text/html"));
}

/** Boxes to tick for the options of a fact. */
function tick(attribute, options) {
  find(attribute).replaceChildren(
    ...options.map(({ name, text: { zh, en } }) => {
      const box = Object.assign(document.createElement("input"), { type: "checkbox", name: attribute, value: name });
      const label = Object.assign(document.createElement("label"), { className: "choice" });
      const words = document.createElement("span");
      write(words, zh, en);
      label.append(box, words);
      return label;
    }),
  );
}

/** The measures, as they stand in the list of the full page under their documents. */
function measures(list) {
  for (const title of list.querySelectorAll("h3[id]")) {
    const group = Object.assign(document.createElement("optgroup"), { label: title.firstChild.data.trim() });
    for (const { id, firstChild } of title.parentElement.querySelectorAll("h4[id]")) group.append(new Option(`${firstChild.data.trim()}（${id}）`, id));
    find("measure").append(group);
  }
}

/** Every attribute as it is chosen; an empty text for one that is not. */
function shownAttributes() {
  const chosen = new FormData(form);
  const ticked = TICKED.map((name) => [name, chosen.getAll(name).join(" ")]);
  const given = GIVEN.map((name) => [name, (chosen.get(name) ?? "").trim()]);
  return Object.fromEntries([...ticked, ...given, ["compact", chosen.has("compact")]]);
}

/** Gives the element an attribute, and says beside the field when the element refuses it. */
function judge(name) {
  const value = shownAttributes()[name];
  const refuse = () => refused.add(name);
  refused.delete(name);
  shown.addEventListener("mingbai-error", refuse);
  if (value) shown.setAttribute(name, value === true ? "" : value);
  else shown.removeAttribute(name);
  shown.removeEventListener("mingbai-error", refuse);
  say(name, refused.has(name) ? REFUSED : [""]);
}

function readAddress() {
  const text = find("address").value.trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const good = url !== undefined && /^https?:$/.test(url.protocol);
  // Of a page in the folder, the folder is meant.
  if (good) address = `${url.origin}${url.pathname.replace(/[^/]*\.html$/, "").replace(/\/*$/, "/")}`;
  say("address", good ? [""] : NO_ADDRESS);
}

/** Says something beside a field, or nothing. */
function say(field, message) {
  const said = find(`${field}-error`);
  if (!said) return;
  write(said, ...message);
  const input = find(field);
  if (input.matches("input, select")) input.setAttribute("aria-invalid", String(message[0] !== ""));
}

/** The code, the policy and the preview for what is chosen. */
function show() {
  const chosen = new FormData(form);
  const name = chosen.get("form");
  const used = Object.entries(shownAttributes()).filter(([attribute, value]) => value && !refused.has(attribute));
  const hashes = chosen.has("integrity") ? form.dataset : {};
  const choice = { address, attributes: Object.fromEntries(used), mingbai: hashes.mingbai, embed: hashes.embed };
  find("code").textContent = FORMS[name].code(choice);
  const policy = FORMS[name].policy(choice);
  find("policy").textContent = policy;
  find("needs").hidden = policy === "";
  write(find("about"), ...ABOUT[name]);
  for (const part of form.querySelectorAll("[data-not]")) part.hidden = part.dataset.not === name;
  find("element").hidden = name === "frame" || name === "file";
  find("frame").hidden = name !== "frame";
  find("file").hidden = name !== "file";
  find("file").replaceChildren(name === "file" ? link() : "");
  clearTimeout(pause);
  if (name !== "frame") answered();
  if (name === "frame") pause = setTimeout(() => frame(choice.attributes), find("frame").children.length > 0 ? PAUSE : 0);
}

function link() {
  return Object.assign(document.createElement("a"), { href: "mingbai-offline.html", download: "", textContent: FILE });
}

/** Waits for the frame to speak, once it has loaded; the script that makes it loads here too. */
function wait({ target }) {
  if (target.localName !== "iframe") return;
  answered();
  answer = setTimeout(() => write(find("unanswered"), ...UNANSWERED), ANSWER);
}

/** The frame has spoken, or is no longer waited for. */
function answered() {
  clearTimeout(answer);
  write(find("unanswered"), "");
}

/** The frame as it comes of the script that is pasted, of which there is one beside this page. */
function frame(attributes) {
  const asked = JSON.stringify(attributes);
  if (find("frame").dataset.asked === asked) return;
  const script = Object.assign(document.createElement("script"), { src: "embed.js" });
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(`data-${name}`, value === true ? "" : value);
  answered();
  find("frame").dataset.asked = asked;
  find("frame").replaceChildren(script);
}
