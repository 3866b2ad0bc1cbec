// Puts the questionnaire into a page of others, in a frame of its own. On the page:
//
//     <script src="https://…/embed.js" data-lang="zh-CN" data-regions="lhasa" async></script>
//
// Each `data-` attribute is one of the attributes of <mingbai-checker>. They go into the part of the frame's address
// behind the `#`, which browsers send to no server. The frame may run scripts, and has neither the origin of this page
// nor one of its own: nothing it does reaches this page but one number, its height.

(() => {
  const LEAST = 200;
  const MOST = 30000;
  const script = document.currentScript;

  const options = new URLSearchParams();
  for (const { name, value } of script.attributes) {
    if (name.startsWith("data-")) options.set(name.slice(5), value);
  }

  const frame = document.createElement("iframe");
  frame.title = (options.get("lang") ?? "").startsWith("en") ? "Which support policies are meant for you" : "惠企政策自测";
  frame.loading = "lazy";
  frame.setAttribute("sandbox", "allow-scripts allow-forms allow-downloads allow-modals");
  frame.allow = "clipboard-write";
  frame.src = `${new URL("embed.html", script.src)}#${options}`;

  /** The rules of this page may not hide the frame or cut it off. */
  const set = (name, value) => frame.style.setProperty(name, value, "important");
  set("display", "block");
  set("width", "100%");
  set("border", "0");
  set("height", "600px");

  // The frame says nothing before it knows to whom: it takes the origin of this message.
  frame.addEventListener("load", () => frame.contentWindow?.postMessage({ mingbai: 1, type: "hello" }, "*"));
  addEventListener("message", ({ source, origin, data }) => {
    // A sandboxed frame has the origin "null"; which frame it is, only `source` tells.
    if (!source || source !== frame.contentWindow || origin !== "null") return;
    if (data?.mingbai !== 1 || data.type !== "height" || !Number.isFinite(data.height)) return;
    set("height", `${Math.min(Math.max(Math.ceil(data.height), LEAST), MOST)}px`);
  });
  script.after(frame);
})();
