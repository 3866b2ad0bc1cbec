// A page or a part of it, through the eyes and hands of a person: found by role and name, clicked and typed into.

import assert from 'node:assert/strict';
import path from 'node:path';
import { build } from 'esbuild';
import { eventually } from '../../browser/support/eventually.mjs';

const bundled = await build({ entryPoints: [path.join(import.meta.dirname, 'look.mjs')], bundle: true, minify: true, write: false, format: 'iife', globalName: 'eyes' });
const EYES = bundled.outputFiles[0].text;

/** Control held while `A` is pressed, then let go. */
const SELECT_ALL = '\uE009a\uE000';
const DELETE = '\uE017';

/** A name that is exactly this, where a plain text stands for a part of the name. */
export function exactly(text) {
  return (name) => name === text;
}

export class Scope {
  /** The whole page, or what was found on it; in a frame of the page where one is given. */
  constructor(session, { element = null, role = '', name = '', text = '' } = {}, frame = null) {
    Object.assign(this, { session, element, role, name, text, frame });
  }

  /**
   * All of these roles that are there now and whose name fits: a part of it, or a function of it.
   *
   * @param {string | string[]} roles
   * @param {string | ((name: string) => boolean)} [name]
   * @returns {Promise<Scope[]>}
   */
  async all(roles, name = '') {
    const fits = typeof name === 'string' ? (said) => said.includes(name) : name;
    const found = await this.#see('look', [roles].flat());
    return found.filter((one) => fits(one.name)).map((one) => new Scope(this.session, one, this.frame));
  }

  /** The one that fits, as soon as it is there; several are an error. */
  async one(roles, name = '') {
    return eventually(async () => {
      const found = await this.all(roles, name);
      assert.equal(found.length, 1, `${found.length} × ${roles} “${name}”: ${found.map((one) => one.name)}`);
      return found[0];
    });
  }

  /** All that can be read here, on one line. */
  async words() {
    return this.#see('words');
  }

  /** Clicks it; a screen reader has to be told the same of it. */
  async click() {
    // Chromium's driver cannot tell it of what is in a frame.
    await (this.frame ? this.#scroll() : this.#confirm());
    try {
      await this.session.click(this.element);
    } catch (error) {
      // WebKit's driver takes the inner part of a box in a shadow root for something that covers the box.
      const clear = error.code === 'element click intercepted' && (await this.#see('clear'));
      if (!clear) throw error;
      await this.session.clickThrough(this.element);
    }
  }

  /** Looks into this frame; nothing outside of it can be used meanwhile. */
  async inside(act) {
    await this.session.enter(this.element);
    try {
      return await act(new Scope(this.session, {}, this.element));
    } finally {
      await this.session.enter();
    }
  }

  /** Replaces what stands in a box, by keys. */
  async type(text) {
    await this.click();
    await this.session.keys(this.element, SELECT_ALL);
    await this.session.keys(this.element, text === '' ? DELETE : text);
  }

  /** Takes one of a drop-down list. */
  async choose(label) {
    const option = await this.session.run((list, text) => [...list.options].find((one) => one.label === text), this.element, label);
    await this.session.click(option);
  }

  /** The engine itself tells of the same role and name. */
  async #confirm() {
    const label = await this.session.label(this.element);
    const told = { role: await this.session.role(this.element), name: label.replace(/\s+/g, ' ').trim() };
    assert.deepEqual(told, { role: this.role, name: this.name }, 'What the engine tells of it.');
  }

  /**
   * Scrolls the page around the frame until this stands in the middle of the window, drivers scroll only the frame; and waits
   * until the frame is as high as what is in it, so that nothing moves under the click.
   */
  async #scroll() {
    await eventually(async () => {
      const inside = await this.session.run((element) => {
        return { down: element.getBoundingClientRect().y, high: Math.ceil(document.body.getBoundingClientRect().height) };
      }, this.element);
      await this.session.enter();
      const high = await this.session.run((frame, down) => {
        scrollBy(0, frame.getBoundingClientRect().y + down - innerHeight / 2);
        return frame.clientHeight;
      }, this.frame, inside.down);
      await this.session.enter(this.frame);
      assert.equal(high, inside.high, 'The height of the frame.');
    });
  }

  /** What `look.mjs` sees here. */
  #see(what, ...args) {
    return this.session.run(`${EYES} return eyes.${what}(...arguments)`, this.element, ...args);
  }
}
