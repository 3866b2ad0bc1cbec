// The command and the JavaScript export give the same assessment, byte for byte.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { evaluate, root, writeAnswerFiles } from './support/command.mjs';
import { assessFunction } from './support/engine.mjs';

const COUNT = 1000;
const FOLDER = mkdtempSync(path.join(os.tmpdir(), 'mingbai-answers-'));
const TRADER = path.join(root, 'tests/firms/trader.json');

describe('the command and the JavaScript export', () => {
  let assess;
  let files;

  before(async () => {
    assess = await assessFunction();
    writeAnswerFiles(FOLDER, COUNT);
    files = readdirSync(FOLDER).sort().map((name) => path.join(FOLDER, name));
  });

  after(() => rmSync(FOLDER, { recursive: true }));

  const assessed = (file, options) => JSON.stringify(assess(JSON.parse(readFileSync(file, 'utf8')), options));

  test('agree on the trader', () => {
    const [line] = evaluate([TRADER], ['--as-of', '2026-11-21']);
    assert.equal(assessed(TRADER, { asOf: '2026-11-21' }), line);
    // 第二条 15万元, 第六条 up to 19.1万元, 第七条 beside: worked by hand in firms.rs.
    assert.match(line, /"exact":\{"least":"15万元","most":"15万元"\},"ceiling":\{"least":"0元","most":"19\.1万元"\},"beside":\["lhasa-07a"\]/);
  });

  test(`agree on ${COUNT} firms`, () => {
    const days = ['2026-11-21', '2024-08-21', '2027-08-22', '2199-12-31'];
    const lines = new Set();
    for (const [place, day] of days.entries()) {
      const mine = files.filter((_, number) => number % days.length === place);
      const printed = evaluate(mine, ['--as-of', day]);
      assert.equal(printed.length, mine.length);
      for (const [number, file] of mine.entries()) {
        assert.equal(assessed(file, { asOf: day }), printed[number], path.basename(file));
        lines.add(printed[number]);
      }
    }
    assert.ok(lines.size > 0.9 * COUNT, 'the firms differ');
    for (const outcome of ['qualifies', 'subject_to_review', 'needs_answers', 'does_not_qualify', 'not_applicable']) {
      assert.ok([...lines].some((line) => line.includes(`"outcome":"${outcome}"`)), outcome);
    }
  });

  test('agree on one document', () => {
    const some = files.slice(0, 20);
    const printed = evaluate(some, ['--as-of', '2026-11-21', '--document', 'lhasa-2024-17']);
    const options = { asOf: '2026-11-21', document: 'lhasa-2024-17' };
    assert.deepEqual(some.map((file) => assessed(file, options)), printed);
  });
});
