import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { copyProject, runIn } from './copy-project.ts';

const asked = ['operations/rooms', 'meeting-room', 'Meeting rooms', '会议室'];
const folder = 'modules/operations/rooms';
const touched = [folder, 'architecture.ts', 'server/modules.ts', 'web/surfaces/modules.ts'];

// Runs the project's own tools and a database on a copy, so it is no unit test.
describe('a new module', { timeout: 180_000 }, () => {
  let copy = '';
  let made: ReturnType<typeof runIn>;
  const about = (output: string) =>
    output.split('\n').filter((line) => touched.some((path) => line.includes(path)));

  beforeAll(() => {
    copy = copyProject();
    made = runIn(copy, 'tools/new-module.ts', asked);
  }, 60_000);
  afterAll(() => rmSync(copy, { recursive: true }));

  it('is written and entered where modules are listed', () => {
    expect(made.output).toContain(`${folder}/server/create-meeting-room.ts`);
    expect(made.passed).toBe(true);
  });

  it('keeps every rule of the architecture', () => {
    const { output } = runIn(copy, 'tools/architecture/main.ts', []);
    expect(output).toMatch(/\d+ files, \d+ imports/);
    expect(about(output)).toEqual([]);
  });

  it('has sound types', () => {
    writeFileSync(
      join(copy, 'tsconfig.rooms.json'),
      JSON.stringify({ extends: './tsconfig.json', include: touched }),
    );
    const { output } = runIn(copy, 'node_modules/typescript/bin/tsc', [
      '-p',
      'tsconfig.rooms.json',
    ]);
    expect(about(output)).toEqual([]);
  });

  it('is written as lint and formatter want it', () => {
    expect(runIn(copy, 'node_modules/oxlint/bin/oxlint', touched)).toMatchObject({ passed: true });
    const format = runIn(copy, 'node_modules/oxfmt/bin/oxfmt', ['--check', ...touched]);
    expect(format).toMatchObject({ passed: true });
  });

  it('serves, stores and refuses from its first minute', () => {
    const { passed, output } = runIn(copy, 'node_modules/vitest/vitest.mjs', [
      'run',
      '--project=server',
      folder,
    ]);
    expect(output).toMatch(/Tests\s+6 passed/);
    expect(passed).toBe(true);
  });

  it('is in the reference', () => {
    expect(existsSync(join(copy, 'docs/reference/routes.md'))).toBe(true);
    expect(runIn(copy, 'tools/reference.ts', ['--check']).output).toMatch(/\d+ routes/);
  });

  it('is not written over one that is there', () => {
    const again = runIn(copy, 'tools/new-module.ts', asked);
    expect(again.passed).toBe(false);
    expect(again.output).toContain('already there');
  });
});
