// `node job.mjs ENGINE PACK results FIRMS SCALE` and `node job.mjs ENGINE PACK bench FIRMS SCALE WARM MEASURE`: what
// `src/main.rs` does natively, in WebAssembly. ENGINE is the folder of the compiled engine.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Host } from './host.mjs';

const PEER = 'mingbai-wasm';
const EDITED = [
  'ad_cost',
  'cbec_annual_turnover',
  'sets_up_outlets',
  'outlet_rent',
  'investment',
  'is_cbec_firm',
  'exhibitions',
  'premium',
  'small_micro',
  'om_cost',
];

const [folder, pack, command, file, scale, ...seconds] = process.argv.slice(2);
const firms = JSON.parse(readFileSync(file, 'utf8'));

const start = performance.now();
const module = await import(pathToFileURL(path.resolve(folder, 'engine.js')));
await module.default({ module_or_path: readFileSync(path.join(folder, 'engine_bg.wasm')) });
const loaded = performance.now();
const host = new Host(new module.Engine(readFileSync(pack)));
const ready = performance.now();

console.log(JSON.stringify(command === 'bench' ? bench(...seconds.map(Number)) : results()));

function results() {
  const [count, edits] = scale === '1' ? [firms.length, 200] : [20, 20];
  const all = firms.slice(0, count).map((firm) => {
    const numbers = host.answer(firm);
    const measures = Array.from({ length: (numbers.length - 1) / 2 }, (_, measure) => measure * 2);
    const eligible = measures.map((place) => numbers[place]).join('');
    const amount = measures.map((place) => numbers[place + 1]);
    return { id: firm.id, eligible, amount, total: numbers.at(-1) };
  });
  host.answer(firms[0]);
  const totals = Array.from({ length: edits }, (_, edit) => Math.round(change(edit).at(-1) * 100));
  return { peer: PEER, scale: Number(scale), first_total: all[0].total, results: all, edits_total_fen: totals };
}

function change(edit) {
  const name = EDITED[edit % EDITED.length];
  return host.change(name, firms[1 + (Math.floor(edit / 10) % (firms.length - 1))][name]);
}

function bench(warm, measure) {
  const before = performance.now();
  host.answer(firms[0]);
  const first = performance.now() - before;
  const evaluate = (number) => host.answer(firms[number % firms.length]);
  repeat(warm, evaluate);
  const [evals, time] = repeat(measure, evaluate);
  host.answer(firms[0]);
  repeat(warm / 2, change);
  host.answer(firms[0]);
  const [edits, editTime] = repeat(measure / 2, change);
  return {
    peer: PEER,
    scale: Number(scale),
    startup: { load_ms: loaded - start, rules_ms: ready - loaded, first_ms: first, total_ms: ready - start + first },
    evals,
    seconds: time,
    evals_per_s: evals / time,
    edits,
    us_per_edit: (editTime / edits) * 1e6,
  };
}

/** Does a piece of work, numbered from 0, for that long and at least three times; how often, and the seconds it took. */
function repeat(seconds, work) {
  const start = performance.now();
  for (let done = 0; ; done += 1) {
    const time = (performance.now() - start) / 1000;
    if (done >= 3 && time >= seconds) return [done, time];
    work(done);
  }
}
