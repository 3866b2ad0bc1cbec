// One questionnaire on a page.

import { mount as show } from "./pkg/mingbai.js";
import { crash, english, ready, whenCrashed } from "./program.js";
import style from "./style.js";

/**
 * The options that the program knows, by the names it knows them by.
 *
 * - `lang`: `zh-CN` (also by default) or `en`
 * - `regions`, `applicant`: names, with spaces between them, chosen beforehand
 * - `measure`: the name of the only measure to ask about and to show
 * - `asOf`: the day of assessment, such as `2026-11-21`
 * - `headingLevel`: the level of the first heading, 1 (also by default) to 4
 * - `textSize`: `normal` (also by default) or `large`
 *
 * Besides: `theme` (`auto`, also by default, `light` or `dark`), `compact` (whether head and tools are left out) and, only when
 * it is mounted, `fullPage` (whether it has the window to itself) and `onStep(step, total)`.
 */
const OPTIONS = {
  lang: "lang",
  regions: "regions",
  applicant: "applicant",
  measure: "measure",
  asOf: "as-of",
  headingLevel: "heading-level",
  textSize: "text-size",
};

const THEMES = ["auto", "light", "dark"];

/** The looks, shared by all questionnaires of the page. */
let looks;

/** The element's open shadow root, with the looks. */
export function shadowOf(element) {
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  if (looks === undefined) {
    looks = new CSSStyleSheet();
    looks.replaceSync(style);
  }
  shadow.adoptedStyleSheets = [looks];
  return shadow;
}

/** Tells the page around of something; never of an answer or a result. */
export function tell(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`mingbai-${name}`, { bubbles: true, composed: true, detail }));
}

/** A questionnaire that is shown. The program has to be ready. */
export class Questionnaire {
  #element;
  #frame = document.createElement("div");
  #shown;
  #theme = "auto";
  #device = matchMedia("(prefers-color-scheme: dark)");
  #measured;
  #height = 0;
  #forget;

  /**
   * @param {Element} element what gets the questionnaire in its shadow root
   * @param {object} options see `OPTIONS`
   */
  constructor(element, { fullPage = false, onStep, ...options } = {}) {
    this.#element = element;
    // Going back puts the keyboard on the title; where the page was scrolled to before is of no use there.
    if (fullPage) history.scrollRestoration = "manual";
    this.#frame.className = "frame";
    shadowOf(element).append(this.#frame);
    this.#device.addEventListener("change", this.#paint);
    this.#paint();
    this.#measured = new ResizeObserver(() => this.#measure());
    this.#measured.observe(this.#frame);
    this.#forget = whenCrashed((error) => this.#fail(error));
    const step = (step, total) => {
      tell(element, "step", { step, total });
      onStep?.(step, total);
    };
    this.#run(() => {
      this.#shown = show(this.#frame, Boolean(fullPage), step, () => this.#learn());
    });
    this.set(options);
    ready().then((detail) => tell(element, "ready", detail), () => {});
  }

  /** Whether it stands. */
  get stands() {
    return this.#shown !== undefined;
  }

  /** Changes options; what was entered stays. A value that cannot be used is told of, and the option stays as it was. */
  set(options) {
    for (const [name, value] of Object.entries(options)) {
      if (!this.#accepts(name, value ?? "")) this.#refuse(name, value);
    }
  }

  /** Takes it away for good. */
  destroy() {
    const shown = this.#shown;
    this.#end();
    if (shown) this.#run(() => shown.destroy());
    this.#frame.remove();
  }

  #accepts(name, value) {
    if (name === "compact") return this.#frame.classList.toggle("compact", Boolean(value)), true;
    if (name === "theme") return this.#dress(value || "auto");
    if (name === "lang" && value && !/^(zh|en)\b/i.test(value)) return false;
    const known = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
    if (known === undefined) return false;
    return this.#run(() => this.#shown?.set(known, String(value))) ?? true;
  }

  /** Fetches the English words, and tells the program once they are there, or do not come. */
  async #learn() {
    try {
      await english();
    } catch (error) {
      console.error(error);
      tell(this.#element, "error", { code: error.code });
    }
    this.#run(() => this.#shown?.english());
  }

  #refuse(name, value) {
    console.warn(`mingbai: ${OPTIONS[name] ?? name}="${value}" 不能用，已忽略 / cannot be used and is ignored`);
    tell(this.#element, "error", { code: "option" });
  }

  #dress(theme) {
    if (!THEMES.includes(theme)) return false;
    this.#theme = theme;
    this.#paint();
    return true;
  }

  #paint = () => {
    const dark = this.#theme === "auto" ? this.#device.matches : this.#theme === "dark";
    this.#frame.classList.toggle("dark", dark);
  };

  #measure() {
    const height = Math.ceil(this.#frame.getBoundingClientRect().height);
    if (height === 0 || height === this.#height) return;
    this.#height = height;
    tell(this.#element, "resize", { height });
  }

  /** Calls the program; when it crashes, it has crashed for all. */
  #run(call) {
    try {
      return call();
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      return void crash(error.message);
    }
  }

  #fail(error) {
    this.#end();
    this.#frame.remove();
    console.error(error);
    tell(this.#element, "error", { code: error.code });
  }

  #end() {
    this.#shown = undefined;
    this.#forget();
    this.#measured.disconnect();
    this.#device.removeEventListener("change", this.#paint);
  }
}
