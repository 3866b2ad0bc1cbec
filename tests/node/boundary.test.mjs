// Whatever a page hands over: a result or an Error that says what is wrong, never a trap, and the next call still works.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';

import { root } from './support/command.mjs';
import { englishBytes, packBytes, startedModule } from './support/engine.mjs';

const ON = { asOf: '2026-11-21' };
const TRADER = JSON.parse(readFileSync(path.join(root, 'tests/firms/trader.json'), 'utf8'));

/** A list of one item in a list of one item and so on. */
function nested(depth, inner = []) {
  let value = inner;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

function cycle() {
  const answers = { exhibitions: [] };
  answers.exhibitions.push(answers);
  return answers;
}

const thrower = (name) => {
  throw new Error(`the page's own ${name}`);
};

const trapped = (traps) => new Proxy({ revenue: '1元' }, Object.fromEntries(traps.map((trap) => [trap, () => thrower(trap)])));

/** What is handed over as the answers; many of these again as one answer, one row, one cell. */
const HOSTILE = {
  undefined,
  null: null,
  true: true,
  zero: 0,
  'minus zero': -0,
  NaN: NaN,
  infinity: Infinity,
  '2 to the 53': 2 ** 53,
  'a fraction': 0.1,
  'a huge number': 1e308,
  'a BigInt': 10n ** 30n,
  'a symbol': Symbol('s'),
  'a function': () => ({}),
  'a class': class {},
  'an empty text': '',
  'a lone surrogate': '\ud800',
  'a reversed surrogate': '\udc00\ud800',
  'a null character': '\u0000',
  'a long text': '9'.repeat(200_000),
  'a long number text': `${'9'.repeat(5_000)}万元`,
  'a Date': new Date(0),
  'an invalid Date': new Date(NaN),
  'a Map': new Map([['revenue', '1元']]),
  'a Set': new Set([1]),
  'a RegExp': /x/,
  'a Promise': Promise.resolve({}),
  'an Error': new Error('e'),
  'a boxed number': Object(5),
  'a boxed text': Object('1元'),
  'a boxed BigInt': Object(5n),
  'an ArrayBuffer': new ArrayBuffer(8),
  'a Uint8Array': new Uint8Array(70_000),
  'a sparse array': Object.assign(new Array(1_000), { 999: 1 }),
  'an array longer than it is': Object.assign([], { length: 100_000 }),
  'a cycle': cycle(),
  '100 deep': nested(100),
  '1,000 deep': nested(1_000),
  '10,000 deep': nested(10_000),
  '10,000 objects deep': JSON.parse(`${'{"rows":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
  'a million deep': nested(1_000_000),
  'a prototype': { __proto__: { revenue: '1元' } },
  'an own __proto__': JSON.parse('{"__proto__":{"revenue":"1元"}}'),
  'no prototype': Object.assign(Object.create(null), { revenue: '1元' }),
  'a getter that throws': { get revenue() { return thrower('getter'); } },
  'a getter that throws no Error': { get revenue() { throw undefined; } }, // eslint-disable-line no-throw-literal
  'toJSON that throws': { toJSON: () => thrower('toJSON') },
  'toJSON of a BigInt': { toJSON: () => 1n },
  'toJSON of itself': { toJSON() { return this; } },
  'a Proxy': new Proxy({ revenue: '1元' }, {}),
  'a Proxy whose keys throw': trapped(['ownKeys']),
  'a Proxy whose values throw': trapped(['get']),
  'a Proxy that throws always': trapped(['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf']),
  'a revoked Proxy': (() => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  })(),
  'the global object': globalThis,
  'many keys': Object.fromEntries(Array.from({ length: 20_000 }, (_, number) => [`k${number}`, number])),
};

describe('the boundary to JavaScript', () => {
  let module;
  let expected;

  before(async () => {
    module = await startedModule();
    assert.throws(() => module.assess({}, ON), /load/, 'without a data pack it says so');
    module.load(await packBytes());
    expected = JSON.stringify(module.assess(TRADER, ON));
    assert.match(expected, /"outcome":"qualifies"/);
  });

  /** Calls it; a result must be an object, a failure must say what is wrong; then everything must still work. */
  function survives(call, name) {
    let result;
    try {
      result = call();
      assert.equal(typeof result?.form, 'number', `${name}: neither a result nor an error`);
    } catch (error) {
      assert.ok(error instanceof Error && !(error instanceof assert.AssertionError), `${name}: ${error?.message ?? error}`);
      assert.ok(!(error instanceof WebAssembly.RuntimeError), `${name}: a trap: ${error.message}`);
      assert.ok(error.message.length > 0, `${name}: an error without a message`);
    }
    assert.equal(JSON.stringify(module.assess(TRADER, ON)), expected, `${name}: the next call differs`);
    return result;
  }

  for (const [name, value] of Object.entries(HOSTILE)) {
    test(`survives ${name}`, () => {
      survives(() => module.assess(value, ON), `${name} as the answers`);
      for (const fact of ['revenue', 'exhibitions', 'registered_in', 'already_supported', 'does_cbec_business', 'toString']) {
        survives(() => module.assess({ [fact]: value }, ON), `${name} as ${fact}`);
      }
      survives(() => module.assess({ exhibitions: [value] }, ON), `${name} as a row`);
      survives(() => module.assess({ exhibitions: { rows: value, more: true } }, ON), `${name} as rows`);
      survives(() => module.assess({ exhibitions: { rows: [], more: value } }, ON), `${name} as more`);
      survives(() => module.assess({ exhibitions: [{ booth: value, date: value, channel: value }] }, ON), `${name} as cells`);
      survives(() => module.assess(TRADER, value), `${name} as the options`);
      survives(() => module.assess(TRADER, { asOf: value }), `${name} as the day`);
      survives(() => module.assess(TRADER, { asOf: '2026-11-21', document: value }), `${name} as the document`);
    });
  }

  test('takes nothing for a data pack that is none', async () => {
    const pack = await packBytes();
    for (const [name, value] of Object.entries(HOSTILE)) {
      survives(() => module.load(value), `${name} as the data pack`);
      // What has no bytes is as if it were not given.
      survives(() => (module.load(pack, value), module.assess(TRADER, ON)), `${name} as the English words`);
    }
  });

  test('names the field that is wrong', () => {
    const wrong = { ...TRADER, exhibitions: [TRADER.exhibitions[0], { ...TRADER.exhibitions[1], booth: '-1元' }] };
    assert.throws(() => module.assess(wrong, ON), /^Error: exhibitions\[1\]\.booth: .*must not be below zero/);
    assert.throws(() => module.assess({ turnover: '1元', revenue: 1.5 }, ON), /turnover[^]*\n[^]*revenue/);
    assert.throws(() => module.assess(TRADER, { asOf: '2026-02-30' }), /asOf/);
    assert.throws(() => module.assess(TRADER, { asOf: 20261121 }), /asOf/);
    assert.throws(() => module.assess(TRADER), /asOf/);
    assert.throws(() => module.assess(TRADER, { asOf: '2026-11-21', document: 'paris' }), /document.*paris/);
    assert.throws(() => module.assess(TRADER, { asOf: '2026-11-21', document: 7 }), /document/);
  });

  test('does not change what it is given', () => {
    const copy = structuredClone(TRADER);
    module.assess(TRADER, ON);
    assert.deepEqual(TRADER, copy);
  });

  test('refuses a damaged pack and keeps the one it has', async () => {
    const pack = await packBytes();
    const damaged = pack.slice();
    damaged[damaged.length >> 1] ^= 1;
    const other = pack.slice();
    other[4] += 1;
    for (const [bytes, words] of [[damaged, /损坏.*damaged/], [pack.slice(0, -1), /damaged/], [other, /第4版.*version 4/], [new Uint8Array(), /not a data pack/]]) {
      assert.throws(() => module.load(bytes), words);
      assert.equal(JSON.stringify(module.assess(TRADER, ON)), expected);
    }
  });

  test('takes the English words of these rules and no others, and says the same of the rules with and without them', async () => {
    const [pack, english] = [await packBytes(), await englishBytes()];
    const question = () => module.facts().find(({ name }) => name === 'registered_in').question;
    const rules = module.load(pack);
    assert.match(question().zh, /^企业在哪里注册/);
    assert.equal(question().en, question().zh, 'Chinese stands for what is not there');
    const words = english.slice(english.indexOf(0) + 1);
    const damaged = english.slice();
    damaged[damaged.length - 2] ^= 1;
    const interfaceCut = english.slice(english.indexOf(10) + 1);
    for (const bytes of [damaged, english.slice(0, -1), interfaceCut, words]) {
      assert.throws(() => module.load(pack, bytes), /损坏.*damaged/);
      assert.equal(question().en, question().zh, 'what was there stays');
    }
    assert.equal(module.load(pack, english), rules);
    assert.match(question().en, /^Where is the enterprise registered/);
    assert.equal(JSON.stringify(module.assess(TRADER, ON)), expected);
    const whole = Buffer.concat([pack, words]);
    assert.equal(module.load(whole), rules, 'one behind the other they are one pack');
    assert.match(question().en, /^Where is the enterprise registered/);
  });
});
