// Buttons that copy a text.

import { write } from "./bilingual.js";

/**
 * Copies a text when the button is pressed, and says so beside it. Where the browser does not let pages copy (without https),
 * the text is marked, ready for the keys.
 * @param {HTMLButtonElement} button with the place for the message right behind it
 * @param {HTMLElement} source what holds the text
 */
export function copies(button, source) {
  const said = button.nextElementSibling;
  button.addEventListener("click", async () => {
    write(said, "");
    try {
      await navigator.clipboard.writeText(source.textContent);
      write(said, "已复制。", "Copied.");
    } catch {
      const folded = source.closest("details");
      if (folded) folded.open = true;
      getSelection().selectAllChildren(source);
      write(said, "已选中，请按 Ctrl+C 复制。", "Marked: press Ctrl+C to copy.");
    }
  });
}
