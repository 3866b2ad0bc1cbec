// The page that checks a site: one check after the other, and a text of what was found.

import { write } from "./bilingual.js";
import { BROWSER } from "./checks-browser.js";
import { PROGRAM } from "./checks-program.js";
import { SERVER } from "./checks-server.js";
import { copies } from "./copy.js";
import { bad } from "./outcome.js";
import { look } from "./sent.js";

const MARKS = { good: ["✓", "通过"], bad: ["✗", "有问题"], none: ["–", "供参考"] };

const find = (id) => document.getElementById(id);

document.documentElement.className = "open";
write(find("summary"), "正在检查……", "Checking…");
copies(find("copy"), find("report"));
const found = await run();
const wrong = found.filter(({ state }) => state === "bad").length;
if (wrong === 0) write(find("summary"), `${found.length}项检查，没有发现问题。`, `${found.length} checks, nothing wrong.`);
else write(find("summary"), `${found.length}项检查，${wrong}项有问题，请看 ✗。`, `${wrong} of ${found.length} checks found something wrong: see ✗.`);
find("report").textContent = report(found);
find("copy").disabled = false;

/** Makes every check, shows what it found, and gives all of it. */
async function run() {
  const site = await look();
  const all = [];
  for (const { zh, en, find: check } of [...SERVER, ...BROWSER, ...PROGRAM]) {
    const outcome = await attempt(check, site);
    all.push({ title: `${zh} ${en}`, ...outcome });
    find("checks").append(line(zh, en, outcome));
  }
  return all;
}

/** A check that breaks off has found something, too. */
async function attempt(check, site) {
  try {
    return await check(site);
  } catch (error) {
    return bad(`没有查成（${error.message}）`, "The check broke off.");
  }
}

function line(zh, en, outcome) {
  const [mark, word] = MARKS[outcome.state];
  const item = Object.assign(document.createElement("li"), { className: outcome.state });
  const sign = Object.assign(document.createElement("span"), { className: "mark", textContent: mark, ariaHidden: "true" });
  const [title, text] = [document.createElement("h2"), document.createElement("p")];
  write(title, zh, en === zh ? "" : en);
  title.prepend(Object.assign(document.createElement("span"), { className: "spoken", textContent: `${word}：` }));
  write(text, outcome.zh, outcome.en === outcome.zh ? "" : outcome.en);
  item.append(sign, title, text);
  return item;
}

/** What was found, as a text to send to somebody: where, with what, and a line for each check. */
function report(all) {
  const lines = all.map(({ state, title, zh, en }) => `${MARKS[state][0]} ${title}: ${zh}${en === zh ? "" : ` / ${en}`}`);
  return [`${location.origin}${location.pathname}`, new Date().toISOString(), navigator.userAgent, ...lines].join("\n");
}
