// What comes of a check.

/**
 * @typedef {object} Outcome
 * @property {"good" | "bad" | "none"} state in order; to be put right; could be better, or does not concern this place
 * @property {string} zh what was found, and what to do
 * @property {string} en the same
 */

/** @returns {Outcome} */
export const good = (zh, en) => ({ state: "good", zh, en });

/** @returns {Outcome} */
export const bad = (zh, en) => ({ state: "bad", zh, en });

/** @returns {Outcome} */
export const none = (zh, en) => ({ state: "none", zh, en });
