// Checks of the browser, and of what the page's policy lets it do.

import { bad, good, none } from "./outcome.js";

/** The smallest program there is. */
const PROGRAM = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

const NEWER = ["请换用新版浏览器。", "Please use a newer browser."];

/** The checks: a title and what is found, given what `look` of `sent.js` gives. */
export const BROWSER = [
  { zh: "WebAssembly", en: "WebAssembly", find: program },
  { zh: "样式表", en: "Style sheets", find: styles },
  { zh: "解压（离线版要用）", en: "Decompression, for the one file", find: decompression },
  { zh: "中文字体", en: "Chinese type", find: type },
  { zh: "电脑日期", en: "Date of this computer", find: date },
  { zh: "离线打开", en: "Opening without a network", find: worker },
];

function program() {
  if (typeof WebAssembly === "undefined") return bad(`浏览器没有 WebAssembly。${NEWER[0]}`, `The browser has no WebAssembly. ${NEWER[1]}`);
  try {
    return new WebAssembly.Module(PROGRAM) && good("可以运行", "Runs");
  } catch {
    return bad("安全策略不允许运行 WebAssembly：在 script-src 里加上 'wasm-unsafe-eval'。", "The policy forbids WebAssembly: add 'wasm-unsafe-eval' to script-src.");
  }
}

function styles() {
  try {
    new CSSStyleSheet().replaceSync("p { color: red }");
    return "adoptedStyleSheets" in document ? good("可以用", "Work") : bad(...NEWER);
  } catch {
    return bad(...NEWER);
  }
}

function decompression() {
  if (typeof DecompressionStream !== "undefined") return good("可以用", "Works");
  return none(`离线版在这个浏览器里打不开。${NEWER[0]}`, `The one file does not open in this browser. ${NEWER[1]}`);
}

/** Without a font, all characters look the same. */
function type() {
  const [one, other] = ["政", "策"].map(drawn);
  return one === other ? bad("没有中文字体，文字显示成方块。请安装中文字体。", "There is no font for Chinese. Please install one.") : good("显示正常", "Shown");
}

/** How a character looks. */
function drawn(character) {
  const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 40 });
  const context = canvas.getContext("2d");
  context.font = `32px ${getComputedStyle(document.body).fontFamily}`;
  context.fillText(character, 2, 34);
  return String(context.getImageData(0, 0, 40, 40).data);
}

/** The rules count days in China. */
function date({ release }) {
  if (!release) return none("没有读到 release.json，不能核对。", "Without release.json there is nothing to compare with.");
  const { checked, review } = release.about;
  const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
  if (today < checked) {
    return bad(
      `电脑日期是 ${today}，早于规则核对日期 ${checked}。请检查电脑时间。`,
      `It is ${today} here, before the rules were checked on ${checked}. Please set the clock.`,
    );
  }
  if (today > review) {
    return none(
      `今天是 ${today}，规则应在 ${review} 前复核。请看有没有新版。`,
      `It is ${today}; the rules should have been checked again by ${review}. See whether there is a newer release.`,
    );
  }
  return good(`${today}，规则核对日期 ${checked}，下次复核 ${review}`, `${today}; rules checked on ${checked}, to be checked again by ${review}`);
}

async function worker() {
  if (!navigator.serviceWorker) return none("这个浏览器或者这种地址不能离线打开。其他功能不受影响。", "Not possible in this browser or at this address. All else works.");
  const registration = await navigator.serviceWorker.getRegistration();
  const names = await caches.keys();
  if (registration?.active && names.some((name) => name.startsWith("mingbai-"))) {
    return good(
      "自测页面已存好，断网也能打开",
      "The page is kept and opens without a network",
    );
  }
  return none("还没有存：打开一次自测页面，就会存好。", "Not yet kept: it is once the page has been opened.");
}
