// Opens the questionnaire on the full page, and says so where it cannot be opened.

const host = document.getElementById("mingbai");
const state = document.getElementById("state");

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
  const { mount } = await import("./mingbai.js");
  const place = document.createElement("div");
  await mount(place, { lang: new URLSearchParams(location.search).get("lang") ?? "zh-CN", fullPage: true });
  state.remove();
  host.append(place);
} catch (error) {
  fail(error);
}
