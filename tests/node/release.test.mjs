// What stands beside the page for those who put it on a server or look into it: licences, parts, sums and the archive.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';

import { root } from './support/command.mjs';
import { unpackRelease } from './support/unpack.mjs';

const dist = path.join(root, 'dist');
const read = (...names) => readFileSync(path.join(...names), 'utf8');
const { version } = JSON.parse(read(dist, 'release.json'));
const bom = JSON.parse(read(dist, 'sbom.cdx.json'));

/** What cargo says is linked into the program, `name version`, apart from the standard library. */
function linked() {
  const options = ['-e', 'normal,no-proc-macro', '--target', 'wasm32-unknown-unknown', '--prefix', 'none', '--format', '{p}'];
  const printed = execFileSync('cargo', ['tree', '--locked', '-p', 'mingbai-web', ...options], { cwd: root, encoding: 'utf8' });
  const names = printed.split('\n').filter((line) => line && !line.startsWith('mingbai-'));
  return [...new Set(names.map((line) => line.replace(/^(\S+) v(\S+).*/, '$1 $2')))].sort();
}

/** The packages of a lock file: `name version` with their checksums. */
function locked(file) {
  const packages = read(file).matchAll(/name = "(.*)"\nversion = "(.*)"\n(?:source = .*\nchecksum = "(.*)")?/g);
  return new Map([...packages].map(([, name, version, checksum]) => [`${name} ${version}`, checksum]));
}

const sysroot = execFileSync('rustc', ['--print', 'sysroot'], { cwd: root, encoding: 'utf8' }).trim();
const ours = locked(path.join(root, 'Cargo.lock'));
const ofStd = locked(path.join(sysroot, 'lib/rustlib/src/rust/library/Cargo.lock'));
const parts = bom.components.map(({ name, version }) => `${name} ${version}`);

test('the list of parts keeps to CycloneDX 1.6', async () => {
  const found = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(read(dist, 'sbom.cdx.json'));
  assert.equal(found, null, JSON.stringify(found));
  assert.equal(bom.metadata.component.version, version);
});

test('the list of parts names every crate of the program, the standard library and its crates, and nothing else', () => {
  const [std] = parts.filter((name) => name.startsWith('rust-std '));
  assert.equal(std, `rust-std ${execFileSync('rustc', ['--version'], { cwd: root, encoding: 'utf8' }).split(' ')[1]}`);
  const crates = linked();
  assert.ok(crates.length > 50 && crates.some((name) => name.startsWith('yew ')), crates.join('\n'));
  assert.deepEqual(crates.filter((name) => !parts.includes(name)), []);
  const others = parts.filter((name) => !crates.includes(name) && name !== std);
  assert.ok(others.some((name) => name.startsWith('dlmalloc ')), 'the allocator of the standard library');
  assert.deepEqual(others.filter((name) => !ofStd.has(name)), []);
});

test('every crate has the checksum of the lock file, an address and a licence', () => {
  for (const { name, version, purl, licenses, hashes } of bom.components.filter(({ purl }) => purl.startsWith('pkg:cargo/'))) {
    const crate = `${name} ${version}`;
    assert.equal(purl, `pkg:cargo/${name}@${version}`);
    assert.match(hashes[0].content, /^[0-9a-f]{64}$/);
    assert.equal(hashes[0].content, ours.get(crate) ?? ofStd.get(crate), crate);
    assert.ok(licenses[0].expression, crate);
  }
});

test('every part can be reached from the program', () => {
  const needs = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const seen = new Set();
  const visit = (ref) => seen.has(ref) || (seen.add(ref), needs.get(ref).forEach(visit));
  visit(bom.metadata.component['bom-ref']);
  assert.deepEqual(bom.components.map((part) => part['bom-ref']).filter((ref) => !seen.has(ref)), []);
});

test('of every part the licence can be read', () => {
  const [list, ...texts] = read(dist, 'LICENSES.txt').split(/\n={72} \[\d+\]\n/);
  for (const { name, version, licenses } of [bom.metadata.component, ...bom.components]) {
    const line = list.split('\n').find((line) => line.startsWith(`${name} ${version}: ${licenses[0].expression} `));
    assert.ok(line, `${name} ${version}`);
    const own = [...line.matchAll(/\[(\d+)\]/g)].map(([, number]) => texts[number - 1]);
    assert.ok(own.some((text) => /Permission is hereby granted|TERMS AND CONDITIONS FOR USE/.test(text)), line);
  }
});

test('neither list tells on which machine it was made', () => {
  for (const name of ['LICENSES.txt', 'sbom.cdx.json']) assert.doesNotMatch(read(dist, name), /\/(root|home|Users|tmp)\/|file:|timestamp|urn:uuid/);
});

/** All files below a folder, with `/` between folders. */
function files(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => statSync(path.join(folder, name)).isFile());
  return names.map((name) => name.split(path.sep).join('/')).sort();
}

const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

test('every file has its sum', () => {
  const lines = read(dist, 'SHA256SUMS').trimEnd().split('\n');
  const sums = new Map(lines.map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line).slice(1).reverse()));
  assert.deepEqual([...sums.keys()].sort(), files(dist).filter((name) => name !== 'SHA256SUMS' && name !== `mingbai-${version}.zip`));
  for (const [name, sum] of sums) assert.equal(sha256(path.join(dist, name)), sum, name);
});

test('the archive unpacks into one folder, to the very files there are', async (t) => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'mingbai-archive-'));
  t.after(() => rmSync(place, { recursive: true }));
  const folder = await unpackRelease(version, place);
  assert.deepEqual(readdirSync(place), [`mingbai-${version}`]);
  assert.deepEqual(files(folder), files(dist).filter((name) => !name.endsWith('.zip')));
  for (const name of files(folder)) assert.equal(sha256(path.join(folder, name)), sha256(path.join(dist, name)), name);
  // What the person types who wants to know whether the files arrived whole.
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder });
});

test('the archive has a signpost: short, and all it names is there', () => {
  const text = read(dist, '先读我.txt');
  assert.ok(text.split('\n').length <= 40 && text.startsWith('\uFEFF'), 'Windows has to know in which characters it is written');
  const named = text.match(/[\w./-]+\.(html|js|txt|json|wasm|pack)\b|SHA256SUMS/g);
  assert.ok(named.length > 15, `${named}`);
  const there = [...files(dist), 'SHA256SUMS'];
  assert.deepEqual(named.filter((name) => !there.includes(name) && !name.startsWith('.')), []);
});
