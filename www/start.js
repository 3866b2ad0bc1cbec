// Opens the questionnaire on the full page: fetches the program, the data pack and the style sheet, and shows it.

const host = document.getElementById("mingbai");
const state = document.getElementById("state");

/** The file, or an error that names it. */
async function fetched(path) {
  const answer = await fetch(new URL(path, import.meta.url));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/** Says in the page that it cannot be opened, and why. */
function fail(error) {
  state.setAttribute("role", "alert");
  state.textContent = `自测页面没有打开。请刷新重试；仍打不开的，请换用新版浏览器，或者查看政策原文。（${error.message ?? error}）`;
  const english = document.createElement("p");
  english.lang = "en";
  english.textContent = "The page could not be opened. Please reload it, or try a newer browser.";
  state.after(english);
}

try {
  const pack = fetched("mingbai.pack").then((answer) => answer.arrayBuffer());
  const style = fetched("style.css").then((answer) => answer.text());
  const { default: start, load, mount } = await import("./pkg/mingbai.js");
  const [bytes, text] = await Promise.all([pack, style, start()]);
  load(new Uint8Array(bytes));
  const place = document.createElement("div");
  mount(place, { style: text, lang: new URLSearchParams(location.search).get("lang") ?? "zh-CN", fullPage: true });
  state.remove();
  host.append(place);
} catch (error) {
  fail(error);
}
