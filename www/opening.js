// The first script of every page, and the only one that also runs when a page was opened from a folder. It marks the page as
// opening; the next script marks it as open or failed, and the style sheet shows what belongs to each.

(() => {
  const page = document.documentElement;
  if (location.protocol === "file:") {
    // Browsers load neither modules nor data from a folder: the page says where to go instead.
    page.className = "folder";
    return;
  }
  page.className = "opening";
  // A script that does not arrive, or that the browser is too old to understand, says nothing itself.
  const fail = () => {
    if (page.className === "opening") page.className = "failed";
  };
  addEventListener("error", fail, true);
  addEventListener("unhandledrejection", fail);
})();
