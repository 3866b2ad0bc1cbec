// The npm package, packed and installed into a new project: in Node, for TypeScript, for those who look at packages.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { evaluate, root } from './support/command.mjs';
import { installed, tools } from './support/package.mjs';

const TRADER = path.join(root, 'tests/firms/trader.json');

describe('the package', () => {
  let fresh;

  before(() => (fresh = installed()));
  after(() => fresh.remove());

  /** Runs a tool; fails with what it prints. */
  function run(...command) {
    try {
      return execFileSync(process.execPath, command, { cwd: fresh.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
    } catch (error) {
      return assert.fail(`${error.stdout}${error.stderr}`);
    }
  }

  /** Runs a module of the new project. */
  function module(text) {
    writeFileSync(path.join(fresh.folder, 'app.mjs'), text);
    return run('app.mjs');
  }

  test('gives in Node the assessment of the command, byte for byte', () => {
    const text = module(`import { readFileSync } from 'node:fs';
import { assess } from 'mingbai';
const answers = JSON.parse(readFileSync(${JSON.stringify(TRADER)}, 'utf8'));
console.log(JSON.stringify(await assess(answers, { asOf: '2026-11-21' })));`);
    const [line] = evaluate([TRADER], ['--as-of', '2026-11-21']);
    assert.match(line, /"outcome":"qualifies"/);
    assert.equal(text, `${line}\n`);
  });

  test('takes the bytes of its files, and the element can be imported where there are no elements', () => {
    const text = module(`import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import 'mingbai/element';
import { ready, version } from 'mingbai';
const bytes = (name) => readFileSync(fileURLToPath(import.meta.resolve(name)));
const { rules, ...rest } = await ready({ wasm: bytes('mingbai/mingbai.wasm'), pack: bytes('mingbai/mingbai.pack'), english: bytes('mingbai/mingbai.en.pack') });
console.log(rest.version === version, /^[0-9a-f]{16}$/.test(rules));`);
    assert.equal(text, 'true true\n');
  });

  test('tells what can be answered as the command does, without the measures', () => {
    const text = module("import { facts } from 'mingbai'; console.log(JSON.stringify(await facts()));");
    const printed = execFileSync('cargo', ['run', '-q', '-p', 'mingbai-policies', '--bin', 'policies', '--', 'facts'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
    const catalogue = JSON.parse(printed).map(({ measures, ...fact }) => fact);
    assert.ok(catalogue.length > 100);
    assert.deepEqual(JSON.parse(text), catalogue);
  });

  test('its types are those of what it gives, and of nothing else', () => {
    const given = module(`import { readFileSync } from 'node:fs';
import { assess, facts } from 'mingbai';
const answers = JSON.parse(readFileSync(${JSON.stringify(TRADER)}, 'utf8'));
const [one, none] = await Promise.all([answers, {}].map((given) => assess(given, { asOf: '2026-11-21' })));
console.log(\`import type { Assessment, Fact } from 'mingbai';
\${[one, none].map((value, place) => \`export const assessment\${place}: Assessment = \${JSON.stringify(value)};\`).join('\\n')}
export const facts: Fact[] = \${JSON.stringify(await facts())};\`);`);
    writeFileSync(path.join(fresh.folder, 'given.ts'), given);
    writeFileSync(
      path.join(fresh.folder, 'app.ts'),
      `import 'mingbai/element';
import { assess, facts, mount, ready, version, type ErrorCode, type Outcome } from 'mingbai';
import type { MingbaiCheckerElement } from 'mingbai/element';

const element: MingbaiCheckerElement = document.createElement('mingbai-checker');
element.addEventListener('mingbai-step', ({ detail: { step, total } }) => { const left: number = total - step; void left; });
element.addEventListener('mingbai-error', (event) => { const code: ErrorCode = event.detail.code; void code; });
const shown = await mount(document.body, { regions: 'lhasa', headingLevel: 2, textSize: 'large', theme: 'dark', compact: true, onStep(step, total) { void (step + total); } });
shown.set({ lang: 'en', asOf: null });
shown.destroy();
const { documents } = await assess({ applicant: ['enterprise'], exhibitions: { rows: [{ booth: '6万元' }], more: true } }, { asOf: '2026-11-21' });
const outcomes: Outcome[] = documents.flatMap(({ measures }) => measures.map(({ outcome }) => outcome));
const names: string[] = (await facts()).map(({ name }) => name);
void [outcomes, names, version, await ready()];
// @ts-expect-error a day is needed
await assess({}, {});
// @ts-expect-error there is no such theme
shown.set({ theme: 'mauve' });
// @ts-expect-error an answer is no truth value
await assess({ does_cbec_business: true }, { asOf: '2026-11-21' });
`,
    );
    const options = { strict: true, noEmit: true, target: 'es2022', module: 'nodenext', lib: ['es2022', 'dom'], types: [], noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true };
    writeFileSync(path.join(fresh.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['app.ts', 'given.ts'] }));
    run(path.join(tools, 'typescript/bin/tsc'), '--project', fresh.folder);
  });

  test('publint has nothing to say', () => {
    const text = run(path.join(tools, 'publint/src/cli.js'), path.join(root, 'dist/npm'), '--strict');
    assert.match(text, /All good/);
  });

  test('its types are found by every way of resolving modules that there is for a package of modules', () => {
    // The other entries are files and no code.
    const text = run(path.join(tools, '@arethetypeswrong/cli/dist/index.js'), fresh.packed, '--profile', 'esm-only', '--exclude-entrypoints', 'mingbai.wasm', 'mingbai.pack', 'mingbai.en.pack', 'custom-elements.json', '--no-emoji', '--no-color');
    assert.match(text, /node16 \(from ESM\).*OK.*OK/);
  });

  test('the manifest of elements names the attributes, events, properties and parts there are', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'dist/npm/custom-elements.json'), 'utf8'));
    const [element] = manifest.modules[0].declarations;
    const names = (list) => list.map(({ name }) => name).sort();
    const source = (file) => readFileSync(path.join(root, file), 'utf8');
    const [, attributes] = /ATTRIBUTES = \{([^}]*)\}/.exec(source('www/element.js'));
    assert.deepEqual(names(element.attributes), [...attributes.matchAll(/^\s*"?([\w-]+)"?:/gm)].map(([, name]) => name).sort());
    const events = ['www/element.js', 'www/questionnaire.js'].flatMap((file) => [...source(file).matchAll(/tell\([^,]+, "([a-z]+)"/g)].map(([, name]) => `mingbai-${name}`));
    assert.deepEqual(names(element.events), [...new Set(events)].sort());
    const properties = [...source('www/style.css').matchAll(/var\((--mingbai-[a-z-]+)/g)].map(([, name]) => name);
    assert.deepEqual(names(element.cssProperties), [...new Set(properties)].sort());
  });
});
