// A browser behind a WebDriver server: https://www.w3.org/TR/webdriver2/

/** The key under which the protocol writes an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** One browser with one window. */
export class Session {
  #address;

  /** Opens a browser at a driver (see `driver.mjs`). */
  static async open({ address, capabilities }) {
    const { sessionId } = await call(`${address}/session`, 'POST', { capabilities: { alwaysMatch: capabilities } });
    const session = new Session();
    session.#address = `${address}/session/${sessionId}`;
    await session.#post('window/rect', { width: 1280, height: 900 });
    return session;
  }

  /** Opens an address and waits until the page is loaded. */
  async go(url) {
    await this.#post('url', { url });
  }

  /** Opens the same address again. */
  async reload() {
    await this.#post('refresh', {});
  }

  /** Where the browser is. */
  async url() {
    return this.#get('url');
  }

  /** Runs a function of the page's own world, or its text; what it gives, and what it is given, are JSON and elements. */
  async run(script, ...args) {
    const text = typeof script === 'function' ? `return (${script}).apply(null, arguments)` : script;
    return this.#post('execute/sync', { script: text, args });
  }

  /** Clicks the middle of an element, after it has come into view. */
  async click(element) {
    await this.#post(`element/${element[ELEMENT]}/click`, {});
  }

  /** Clicks the middle of an element, whatever lies over it. */
  async clickThrough(element) {
    const actions = [{ type: 'pointerMove', origin: element, x: 0, y: 0 }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await this.#post('actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  /** Presses keys on an element. */
  async keys(element, text) {
    await this.#post(`element/${element[ELEMENT]}/value`, { text });
  }

  /** The role of an element as the engine tells it to a screen reader. */
  async role(element) {
    return this.#get(`element/${element[ELEMENT]}/computedrole`);
  }

  /** The name of an element as the engine tells it to a screen reader. */
  async label(element) {
    return this.#get(`element/${element[ELEMENT]}/computedlabel`);
  }

  /** Looks into a frame, or at the whole page again. */
  async enter(frame = null) {
    await this.#post('frame', { id: frame });
  }

  /** Closes the browser. */
  async close() {
    await call(this.#address, 'DELETE');
  }

  #get(path) {
    return call(`${this.#address}/${path}`, 'GET');
  }

  #post(path, body) {
    return call(`${this.#address}/${path}`, 'POST', body);
  }
}

async function call(url, method, body) {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const { value } = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(`${method} ${new URL(url).pathname}: ${value.error}: ${value.message}`), { code: value.error });
  return value;
}
