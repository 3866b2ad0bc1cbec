// Opens the questionnaire on the full page, and says so where it cannot be opened.

const page = document.documentElement;

/** Says in the page that it cannot be opened, and why; the list of all measures stays. */
function fail(error) {
  page.className = "failed";
  document.getElementById("reason").textContent = `（${error.message ?? error}）`;
}

try {
  const { mount } = await import("./mingbai.js");
  const place = document.createElement("div");
  await mount(place, { lang: new URLSearchParams(location.search).get("lang") ?? "zh-CN", fullPage: true });
  page.className = "open";
  document.getElementById("mingbai").replaceChildren(place);
} catch (error) {
  fail(error);
}

// From the next visit on the page opens without a network. Where that is not possible, it opens as before.
if (page.className === "open") navigator.serviceWorker?.register("sw.js", { updateViaCache: "none" }).catch(() => {});
