// The npm package through a bundler, in a page.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { build } from 'esbuild';
import { installed } from '../node/support/package.mjs';
import { openHost } from './support/host.mjs';
import { TRADER } from './support/firms.mjs';
import { button, questionnaire, reachResult, sums, title } from './support/visit.mjs';

test('bundled with the scripts of a page it runs to a result, and as an element', async (t) => {
  const fresh = installed();
  t.after(fresh.remove);
  const entry = path.join(fresh.folder, 'app.mjs');
  await writeFile(
    entry,
    `import { mount } from 'mingbai';
import 'mingbai/element';
globalThis.shown = mount(document.getElementById('place'), { headingLevel: 2 });`,
  );
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, minify: true, format: 'esm', platform: 'browser', target: 'es2022', write: false });
  assert.ok(!outputFiles[0].text.includes('node:fs'));
  const files = { 'app.js': outputFiles[0].text };
  for (const name of ['mingbai.wasm', 'mingbai.pack', 'mingbai.en.pack']) files[name] = await readFile(path.join(fresh.folder, 'node_modules/mingbai', name));
  const types = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.pack': 'application/octet-stream' };
  const page = await openHost(t, '<section aria-label="mounted"><div id="place"></div></section><section aria-label="element"><mingbai-checker lang="en"></mingbai-checker></section>', {
    module: '<script type="module" src="app/app.js"></script>',
    prepare: (one) => one.route('**/app/*', (route) => {
      const name = path.basename(new URL(route.request().url()).pathname);
      return route.fulfill({ contentType: types[path.extname(name)], body: files[name] });
    }),
  });
  const mounted = questionnaire(page, 'mounted', 3);
  await reachResult(mounted, TRADER);
  assert.deepEqual(await sums(mounted), { exact: '15万元', ceiling: '最高19.1万元', assessed: '没有这类项目' });
  await button(questionnaire(page, 'element', 3), 'Continue').waitFor();

  await page.evaluate(async () => {
    const shown = await globalThis.shown;
    shown.set({ lang: 'en' });
  });
  await mounted.getByRole('heading', { name: 'Your result' }).or(title(mounted)).first().waitFor();
  await page.evaluate(async () => (await globalThis.shown).destroy());
  await title(mounted).waitFor({ state: 'detached' });
});
