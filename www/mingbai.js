// The questionnaire as one module: what a page may call, and the element <mingbai-checker>.

import { define } from "./element.js";
import { ready, spoken } from "./program.js";
import { Questionnaire } from "./questionnaire.js";

export { assess, facts, ready, version } from "./program.js";

/**
 * Shows the questionnaire in an open shadow root of the element.
 * @param {Element} element where; a kind of element that can have a shadow root, such as a `div`
 * @param {object} [options] see `questionnaire.js`
 * @returns {Promise<Questionnaire>} to change the options and to take the questionnaire away
 */
export async function mount(element, options = {}) {
  await Promise.all([ready(), spoken(options.lang)]);
  return new Questionnaire(element, options);
}

define();
