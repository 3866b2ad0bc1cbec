// `node measure.mjs ENGINE PACK FIRMS… NATIVE`: times every work in Chromium, and prints it beside what `mingbai-bench measure`
// found natively (the file NATIVE: a line of JSON for each file of FIRMS). Times are those of the quickest of several rounds.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const [engine, pack, ...files] = process.argv.slice(2);
const lines = readFileSync(files.pop(), 'utf8').trim().split('\n');
const native = lines.map((line) => Object.fromEntries(JSON.parse(line).map((one) => [one.work, one])));

/** What is held against what. */
const ratios = [
  ['the Lhasa notice', 'the Lhasa notice by hand'],
  ['the Lhasa notice, × 100 loaded', 'the Lhasa notice'],
  ['all documents × 10', 'all documents'],
  ['all documents × 100', 'all documents'],
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--disable-gpu', '--no-first-run', ...(process.getuid() === 0 ? ['--no-sandbox'] : [])],
});
const page = await browser.newPage();
const served = { '/engine.js': path.join(engine, 'engine.js'), '/engine.wasm': path.join(engine, 'engine_bg.wasm'), '/pack': pack };
files.forEach((file, number) => (served[`/firms/${number}`] = file));
await page.route('http://bench.test/**', (route) => {
  const file = served[new URL(route.request().url()).pathname];
  return file ? route.fulfill({ path: file, contentType: type(file) }) : route.fulfill({ body: '<!doctype html>', contentType: 'text/html' });
});
await page.goto('http://bench.test/');

const startUp = await page.evaluate(loading);
for (const [number, file] of files.entries()) {
  const wasm = await page.evaluate(measuring, { number, known: path.basename(file), works: Object.keys(native[number]) });
  console.log(`\nFirms: ${path.basename(file)}. Microseconds, the median and the longest over the firms.\n`);
  console.log('| work | native | longest | WebAssembly | longest | ratio |\n| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const [work, { median, longest }] of Object.entries(native[number])) {
    const other = wasm[work];
    const cells = [median, longest, other.median, other.longest].map(figures);
    console.log(`| ${work} | ${cells.join(' | ')} | ${(other.median / median).toFixed(1)} |`);
  }
  console.log(`\n${ratios.filter(([, less]) => native[number][less]).map(([more, less]) => ratio(more, less, native[number], wasm)).join('\n')}`);
}
console.log(`\nStart-up in Chromium: module ${startUp.module.toFixed(1)} ms, data pack ${startUp.pack.toFixed(1)} ms, first firm ${startUp.first.toFixed(1)} ms.`);
console.log(`Memory with all documents loaded and one firm assessed: ${(startUp.memory / 2 ** 20).toFixed(1)} MiB.`);
await browser.close();

function type(file) {
  return { '.js': 'text/javascript', '.wasm': 'application/wasm' }[path.extname(file)] ?? 'application/octet-stream';
}

function ratio(more, less, ...runs) {
  const [native, wasm] = runs.map((run) => (run[more].median / run[less].median).toFixed(1));
  return `- ${more}: ${native} times ${less}; in WebAssembly ${wasm} times`;
}

function figures(microseconds) {
  return microseconds < 10 ? microseconds.toFixed(2) : microseconds < 100 ? microseconds.toFixed(1) : Math.round(microseconds).toString();
}

/** In the page: how long it takes until the first firm is answered, and how much memory that needs. */
async function loading() {
  const [wasm, pack] = await Promise.all(['/engine.wasm', '/pack'].map(async (name) => (await fetch(name)).arrayBuffer()));
  const start = performance.now();
  const module = await import('/engine.js');
  const { memory } = await module.default({ module_or_path: wasm });
  const loaded = performance.now();
  const host = new module.Engine(new Uint8Array(pack));
  const ready = performance.now();
  host.open(new Float64Array(0));
  host.results();
  const done = performance.now();
  return { module: loaded - start, pack: ready - loaded, first: done - ready, memory: memory.buffer.byteLength };
}

/** In the page: the median and the longest time of each work over the firms. */
async function measuring({ number, known, works }) {
  const bytes = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
  const { Bench } = await import('/engine.js');
  const firms = await (await fetch(`/firms/${number}`)).text();
  const bench = new Bench(await bytes('/pack'), firms, known === 'complete');
  const count = firms.trim().split('\n').length;
  const round = (work, firm, times) => {
    const start = performance.now();
    bench.run(work, firm, times);
    return performance.now() - start;
  };
  const quickest = (work, firm) => {
    let times = 1;
    while (round(work, firm, times) < 2) times *= 2;
    return (Math.min(...Array.from({ length: 7 }, () => round(work, firm, times))) * 1000) / times;
  };
  const result = {};
  for (const work of works) {
    const some = work.includes('documents × 100') || work.includes('data pack') ? Math.min(count, 10) : count;
    const times = Array.from({ length: some }, (_, firm) => quickest(work, firm)).sort((a, b) => a - b);
    result[work] = { median: times[some >> 1], longest: times[some - 1] };
  }
  bench.free();
  return result;
}
