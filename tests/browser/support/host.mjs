// Pages of others that embed the questionnaire.

import { openPage } from './page.mjs';
import { TODAY } from './visit.mjs';

/** What a host page has to allow, and nothing else. */
export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:";

/**
 * Opens a page of somebody else that holds this HTML; its scripts are `mingbai.js`, and before it `script`, given as a text.
 *
 * - `policy`: its Content-Security-Policy, [`POLICY`] unless said otherwise;
 * - `head`: more of its head;
 * - `prepare`: see [`openPage`].
 */
export function openHost(t, body, { policy = POLICY, head = '', script = '', module = '<script type="module" src="mingbai.js"></script>', prepare, ...options } = {}) {
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
${head}<script src="host.js"></script>${module}</head><body>${body}</body></html>`;
  const route = async (page) => {
    const headers = { 'Content-Security-Policy': policy };
    await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: html }));
    await page.route('**/host.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
    await prepare?.(page);
  };
  return openPage(t, { now: TODAY, path: '/host.html', prepare: route, ...options });
}

/** A script that keeps every event of the questionnaire, as the host page gets it. */
export const KEEP_EVENTS = `globalThis.kept = [];
for (const name of ['ready', 'step', 'error', 'resize']) {
  document.addEventListener('mingbai-' + name, (event) => {
    kept.push({ name, from: event.target.id, detail: event.detail, bubbles: event.bubbles, composed: event.composed });
  });
}`;
