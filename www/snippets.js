// What a webmaster pastes into a page, for each form of the questionnaire.

/**
 * What was chosen.
 * @typedef {object} Choice
 * @property {string} address where the files are: an address that ends in a slash
 * @property {Record<string, string | true>} attributes the attributes of <mingbai-checker> that are not as by default; `true` for one without a value
 * @property {string} [mingbai] the hash of `mingbai.js`, where the page is to check it
 * @property {string} [embed] the hash of `embed.js`, where the page is to check it
 */

/** How the link to the one file is called. */
export const FILE = "惠企政策自测（离线版，下载后双击打开）";

/** The forms by their names: `code` is what is pasted, `policy` what the page has to allow for it. */
export const FORMS = {
  frame: {
    code: ({ address, attributes, embed }) =>
      `<script src="${text(address)}embed.js"${written(attributes, "data-")}${checked(embed)} async></script>
<noscript><a href="${text(address)}index.html">惠企政策自测</a></noscript>`,
    policy: ({ address }) => `script-src ${new URL(address).origin}; frame-src ${new URL(address).origin}`,
  },
  element: {
    code: ({ address, attributes, mingbai }) =>
      `<script type="module" src="${text(address)}mingbai.js"${checked(mingbai)}></script>
<mingbai-checker${written(attributes, "")}>
  <a href="${text(address)}index.html">惠企政策自测</a>
</mingbai-checker>`,
    policy: ({ address }) => `script-src ${new URL(address).origin} 'wasm-unsafe-eval'; connect-src ${new URL(address).origin}`,
  },
  file: {
    code: ({ address }) => `<a href="${text(address)}mingbai-offline.html" download>${FILE}</a>`,
    policy: () => "",
  },
  package: {
    code: ({ attributes }) =>
      `// npm install ./npm
import { mount } from "mingbai";

await mount(document.querySelector("#mingbai"), ${options(attributes)});`,
    policy: () => "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  },
};

/** A text as it stands in an attribute. */
function text(value) {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

function written(attributes, prefix) {
  const one = ([name, value]) => ` ${prefix}${name}${value === true ? "" : `="${text(value)}"`}`;
  return Object.entries(attributes).map(one).join("");
}

/** Scripts of other addresses are only checked when they are asked for without cookies. */
function checked(hash) {
  return hash ? ` integrity="${hash}" crossorigin="anonymous"` : "";
}

/** The same as options of `mount`, whose first heading is of level 1 unless it is said otherwise. */
function options(attributes) {
  const all = { "heading-level": "2", ...attributes };
  const one = ([name, value]) => `${name.replace(/-./g, ([, letter]) => letter.toUpperCase())}: ${JSON.stringify(value)}`;
  return `{ ${Object.entries(all).map(one).join(", ")} }`;
}
