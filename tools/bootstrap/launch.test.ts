import { symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';

import { type Fixture, makeFixture, waitForExit, waitForOutput } from './test-support.ts';

let fixture: Fixture;

beforeAll(async () => {
  fixture = makeFixture();
  await fixture.run(['program.ts']);
});

afterEach(() => fixture.write('ended', ''));

afterAll(() => fixture.remove());

const startWaiting = (): ReturnType<Fixture['start']> =>
  fixture.start(process.execPath, ['tools/run.mjs', 'program.ts', 'wait']);

test('hands over arguments and passes the exit code on', async () => {
  const { code, stdout } = await fixture.run(['program.ts', 'exit', '9']);
  expect(code).toBe(9);
  expect(JSON.parse(stdout)).toMatchObject({ act: 'exit' });
});

test('puts the Node that runs the program first on its path', async () => {
  const { stdout } = await fixture.run(['program.ts']);
  expect(JSON.parse(stdout)).toMatchObject({
    path: expect.stringMatching(new RegExp(`^${dirname(process.execPath)}:`)),
  });
});

test('a program that is killed ends as a shell would say it', async () => {
  expect((await fixture.run(['program.ts', 'die'])).code).toBe(128 + 9);
});

test('works through a link and from another folder', async () => {
  const link = join(fixture.root, 'onewindow');
  symlinkSync(join(fixture.root, 'tools', 'onewindow.mjs'), link);
  const { code, stdout } = await fixture.run(['exit', '3'], { file: link, cwd: tmpdir() });
  expect(code).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({ act: 'exit', cwd: tmpdir() });
});

test('says so when the file is not there', async () => {
  const { code, stderr } = await fixture.run(['nothing.ts']);
  expect(code).toBe(1);
  expect(stderr).toContain('There is no file');
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('forwards %s and waits', async (signal) => {
  const child = startWaiting();
  await waitForOutput(child, '"wait"');
  child.kill(signal);
  expect(await waitForExit(child)).toBe(7);
  expect(fixture.read('ended')).toBe(signal);
});

test('the program stops in order when its launcher is killed outright', async () => {
  const child = startWaiting();
  await waitForOutput(child, '"wait"');
  child.kill('SIGKILL');
  await vi.waitUntil(() => fixture.read('ended') === 'SIGTERM', { timeout: 9_000 });
  expect(fixture.read('ended')).toBe('SIGTERM');
});

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'the program stops in order when npm above it gets %s',
  async (signal) => {
    fixture.write(
      'package.json',
      '{ "type": "module", "scripts": { "start": "node tools/run.mjs program.ts wait" } }',
    );
    const npm = fixture.start('npm', ['start']);
    await waitForOutput(npm, '"wait"');
    npm.kill(signal);
    await vi.waitUntil(() => fixture.read('ended') === 'SIGTERM', { timeout: 9_000 });
    expect(fixture.read('ended')).toBe('SIGTERM');
  },
);

test.each([
  ['18.20.8', false],
  ['20.19.0', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['23.5.0', false],
  ['23.6.0', true],
  ['24.0.0', true],
  ['26.10.0', true],
])('Node %s runs TypeScript by itself: %s', async (version, expected) => {
  const file = new URL('modern-node.mjs', import.meta.url).href;
  const module = (await import(/* @vite-ignore */ file)) as { isModern(version: string): boolean };
  expect(module.isModern(version)).toBe(expected);
});
