// <mingbai-checker>: the questionnaire as an element of any page.

import { isEnglish, ready, spoken, version } from "./program.js";
import { Questionnaire, shadowOf, tell } from "./questionnaire.js";

const NAME = "mingbai-checker";

/** How far outside the window it is begun to be loaded. */
const NEAR = "600px";

/** The attributes, and the options they set. */
const ATTRIBUTES = {
  regions: "regions",
  applicant: "applicant",
  measure: "measure",
  lang: "lang",
  theme: "theme",
  "text-size": "textSize",
  "heading-level": "headingLevel",
  compact: "compact",
  "as-of": "asOf",
};

/** Where there are no elements, as in Node, the module can be loaded all the same. */
const Base = globalThis.HTMLElement ?? class {};

/**
 * The element. What it holds is shown until the questionnaire stands, and again where it cannot.
 *
 * Events, none of which carries an answer or a result: `mingbai-ready {version, rules}`, `mingbai-step {step, total}`,
 * `mingbai-error {code}`, `mingbai-resize {height}`.
 */
export class MingbaiChecker extends Base {
  static observedAttributes = Object.keys(ATTRIBUTES);

  /** The version of the module that defined it. */
  static version = version;

  #instead = document.createElement("slot");
  #questionnaire;
  #near;
  /** What stands for the beginning at hand; nothing before it and after it was broken off. */
  #begun;

  constructor() {
    super();
    shadowOf(this).append(this.#instead);
    this.addEventListener("mingbai-error", (event) => {
      if (event.target === this && !this.#questionnaire?.stands) this.#stop();
    });
  }

  connectedCallback() {
    if (!this.#begun) this.#wait();
  }

  disconnectedCallback() {
    // An element that is only moved is connected again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  attributeChangedCallback(name) {
    this.#questionnaire?.set(this.#options([name]));
  }

  /** Puts the keyboard on the title of the page of the questionnaire one is on. */
  focus(options) {
    this.shadowRoot.querySelector("#page-title")?.focus(options);
  }

  /** Begins once the element is near the window, or is used, or the page is printed. */
  #wait() {
    if (this.#near || !globalThis.IntersectionObserver) return this.#begin();
    this.#near = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#begin();
      },
      { rootMargin: NEAR },
    );
    this.#near.observe(this);
    this.addEventListener("focusin", this.#begin);
    globalThis.addEventListener("beforeprint", this.#begin);
  }

  #begin = async () => {
    if (this.#begun) return;
    const begun = (this.#begun = {});
    this.#unwatch();
    try {
      await Promise.all([ready(), spoken(this.#value("lang"))]);
      if (this.#begun !== begun) return;
      const questionnaire = new Questionnaire(this, this.#options(MingbaiChecker.observedAttributes));
      if (!questionnaire.stands) return;
      this.#questionnaire = questionnaire;
      this.#instead.remove();
    } catch (error) {
      console.error(error);
      tell(this, "error", { code: error.code ?? "crash" });
    }
  };

  /** Shows what the element holds again, until it is put on a page anew. */
  #stop() {
    this.#questionnaire = undefined;
    this.shadowRoot.append(this.#instead);
  }

  #leave() {
    this.#unwatch();
    this.#questionnaire?.destroy();
    this.#stop();
    this.#begun = undefined;
  }

  #unwatch() {
    this.#near?.disconnect();
    this.#near = undefined;
    this.removeEventListener("focusin", this.#begin);
    globalThis.removeEventListener("beforeprint", this.#begin);
  }

  /** The options that these attributes set. */
  #options(names) {
    return Object.fromEntries(names.map((name) => [ATTRIBUTES[name], this.#value(name)]));
  }

  #value(name) {
    if (name === "compact") return this.hasAttribute(name);
    const value = this.getAttribute(name);
    if (name === "heading-level") return value ?? "2";
    if (name === "lang") return value ?? this.#language();
    return value;
  }

  /** The language of the page around; Chinese where that is neither Chinese nor English. */
  #language() {
    const around = this.parentElement?.closest("[lang]") ?? document.documentElement;
    return isEnglish(around.lang) ? "en" : "zh-CN";
  }
}

/** Makes the element known; the first version on a page wins. */
export function define() {
  if (!globalThis.customElements) return;
  const first = customElements.get(NAME);
  if (first) {
    console.warn(`mingbai: <${NAME}> 已由 ${first.version} 版定义，${version} 版不再定义 / is defined by version ${first.version} already, version ${version} does not define it`);
    return;
  }
  customElements.define(NAME, MingbaiChecker);
}
