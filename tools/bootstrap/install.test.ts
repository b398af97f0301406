import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { type Fixture, makeFixture, toLock, waitForExit } from './test-support.ts';

let fixture: Fixture;

beforeEach(() => {
  fixture = makeFixture();
});

afterEach(() => fixture.remove());

test('installs at the first start, says so in both languages, and not at the second', async () => {
  const first = await fixture.run(['program.ts']);
  expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('"cwd"') });
  expect(first.stderr).toMatch(/^安装依赖 · Installing dependencies …\n.*✓ [\d.]+ s\n$/);
  const second = await fixture.run(['program.ts']);
  expect(second).toMatchObject({ code: 0, stderr: '' });
  expect(fixture.npmCalls()).toEqual(['ci --ignore-scripts']);
});

test('installs again when the lock changed', async () => {
  await fixture.run(['program.ts']);
  fixture.write('package-lock.json', toLock({ 'node_modules/b': { version: '2.0.0' } }));
  await fixture.run(['program.ts']);
  expect(fixture.npmCalls()).toHaveLength(2);
});

test('two starts at once install once', async () => {
  const outcomes = await Promise.all([fixture.run(['program.ts']), fixture.run(['program.ts'])]);
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
  expect(fixture.npmCalls()).toHaveLength(1);
});

test('is not kept waiting by an installation that was killed', async () => {
  fixture.write('.cache/install.lock/holder.json', '{"name":"x","pid":1,"start":"0@earlier"}');
  expect((await fixture.run(['program.ts'])).code).toBe(0);
  expect(fixture.npmCalls()).toHaveLength(1);
});

test('trusts what a person installed with npm', async () => {
  const packages = {
    'node_modules/b': { version: '2.0.0' },
    'node_modules/c': { version: '1.0.0', optional: true, os: ['aix'], cpu: ['ppc64'] },
  };
  fixture.write('package-lock.json', toLock(packages));
  fixture.write(
    'node_modules/.package-lock.json',
    toLock({ 'node_modules/b': packages['node_modules/b'] }),
  );
  expect((await fixture.run(['program.ts'])).code).toBe(0);
  expect(fixture.npmCalls()).toEqual([]);
});

test('does not trust an installation without what this system needs', async () => {
  const native = { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] };
  fixture.write('package-lock.json', toLock({ 'node_modules/c': native }));
  fixture.write('node_modules/.package-lock.json', toLock({}));
  await fixture.run(['program.ts']);
  expect(fixture.npmCalls()).toHaveLength(1);
});

test('notices that node_modules was removed or half replaced', async () => {
  await fixture.run(['program.ts']);
  rmSync(join(fixture.root, 'node_modules', '.package-lock.json'));
  await fixture.run(['program.ts']);
  expect(fixture.npmCalls()).toHaveLength(2);
});

test('installs the same versions from a lock that lacks packages for other systems', async () => {
  const packages = {
    'node_modules/b': { version: '1.0.0', optionalDependencies: { 'b-aix': '1' } },
  };
  fixture.write('package-lock.json', toLock(packages));
  expect((await fixture.run(['program.ts'])).code).toBe(0);
  expect(fixture.npmCalls()).toEqual(['install --no-save']);
});

test.each([
  ['npm error code ENOSPC', '磁盘已满', 'disk is full'],
  ['npm error code EACCES', '没有权限', 'Cannot write'],
  ['npm error code ENOTFOUND', '无法连接', 'cannot be reached'],
  ['npm error code EUSAGE', '不一致', 'do not agree'],
  ['npm error something else', '依赖安装失败', 'installation of dependencies failed'],
])('when npm says "%s" it says what to do', async (said, zh, en) => {
  fixture.write('npm-fails', `${said}\n`);
  const { code, stdout, stderr } = await fixture.run(['program.ts']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  for (const part of [said, zh, en]) expect(stderr).toContain(part);
  expect(stderr).not.toContain('    at ');
});

test('does not believe npm that files which it could not write do not matter', async () => {
  fixture.write('npm-warns', 'npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device\n');
  const { code, stderr } = await fixture.run(['program.ts']);
  expect(code).toBe(1);
  expect(stderr).toContain('disk is full');
  rmSync(join(fixture.root, 'npm-warns'));
  expect((await fixture.run(['program.ts'])).code).toBe(0);
  expect(fixture.npmCalls()).toHaveLength(2);
});

test('an installation that is interrupted is repeated by the next start', async () => {
  fixture.write('npm-hangs', '');
  const child = fixture.start(process.execPath, ['tools/run.mjs', 'program.ts']);
  await vi.waitUntil(() => fixture.npmCalls().length === 1, { timeout: 9_000, interval: 10 });
  child.kill('SIGTERM');
  expect(await waitForExit(child)).toBe(143);
  rmSync(join(fixture.root, 'npm-hangs'));
  expect((await fixture.run(['program.ts'])).code).toBe(0);
  expect(fixture.npmCalls()).toHaveLength(2);
});

test('says that the program is incomplete without its lock', async () => {
  rmSync(join(fixture.root, 'package-lock.json'));
  const { code, stderr } = await fixture.run(['program.ts']);
  expect(code).toBe(1);
  expect(stderr).toContain('Download it again');
});
