import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { architecture } from '#architecture';
import { permission } from '#kernel/access/contract-permission.ts';
import { event } from '#kernel/events/contract.ts';
import { route } from '#kernel/http/contract.ts';
import { problem } from '#kernel/problems/contract.ts';
import { type Project, readProject } from '#tools/architecture/project.ts';
import { readSource } from '#tools/architecture/source.ts';

import { configPage } from './config.ts';
import { findFaults } from './faults.ts';
import { jobsPage } from './jobs.ts';
import {
  type Declared,
  eventsPage,
  modulesPage,
  permissionsPage,
  problemsPage,
  routesPage,
} from './pages.ts';

const words = { 'zh-CN': '归还', en: 'Return' };
const give = permission('library.give-back', words, ['centre', 'site']);
const overdue = problem('library/overdue', 409, { 'zh-CN': '已逾期 | {days} 天', en: 'Overdue' });
const giveBack = route({
  name: 'library.giveBack',
  method: 'POST',
  path: '/api/v1/library/loans/:id/return',
  summary: 'Give a book back',
  admission: give,
  idempotency: 'required',
  problems: [overdue],
});
const returned = event({
  name: 'library.book-returned',
  version: 2,
  title: words,
  payload: z.object({
    loanId: z.uuid(),
    days: z.number().int().optional(),
    states: z.array(z.enum(['good', 'torn'])),
  }),
});
const declared: Declared = {
  routes: [giveBack],
  permissions: [give],
  problems: [overdue],
  events: [returned],
};

function projectOf(path: string, text: string): Project {
  const project = readProject(process.cwd(), { ...architecture, topFolders: [] });
  return { ...project, files: new Map([[path, readSource(path, text)]]) };
}

describe('the reference says', () => {
  it('who may call a route, whether it may be repeated and how it refuses', () => {
    expect(routesPage(declared)).toContain(
      '| `POST /api/v1/library/loans/:id/return` | Give a book back | `library.give-back` | key required | `library/overdue` |',
    );
  });

  it('where a permission can be granted', () => {
    expect(permissionsPage(declared)).toContain(
      '| `library.give-back` | 归还 | Return | centre, site |  |',
    );
  });

  it('a refusal in both languages, without breaking the table', () => {
    expect(problemsPage(declared)).toContain(
      '| `library/overdue` | 409 | 已逾期 \\| {days} 天 | Overdue |',
    );
  });

  it('what an event carries', () => {
    const page = eventsPage(declared);
    expect(page).toContain('归还 · Return. Version 2; stays on the server.');
    expect(page).toContain('| `loanId` | string (uuid) |');
    expect(page).toContain('| `days?` | integer |');
    expect(page).toContain('| `states` | list of good or torn |');
  });

  it('which modules use a module', () => {
    const line = { 'zh-CN': '书', en: 'Books' };
    const modules = {
      'registry/books': { line, mayImport: [] },
      'registry/loans': { line, mayImport: ['registry/books'] },
    };
    expect(modulesPage({ ...architecture, modules })).toMatch(
      /registry\/books\].*\| registry\/loans \|/,
    );
  });

  it('when a job runs and how it is repeated', () => {
    const text = `export const remind = (deps: Deps) => job({
      name: 'library.remind-late', title: { 'zh-CN': '催还', en: 'Remind' },
      schedule: { cron: '0 8 * * *' }, retry: { attempts: 5, backoffSeconds: 60 },
      run: { mode: 'outside', handle: async () => {} },
    });`;
    expect(jobsPage(projectOf('modules/a/b/server/jobs/remind-late.ts', text))).toContain(
      '| `library.remind-late` | 催还 · Remind | 0 8 * * * | 5 times, 60 s apart and longer | outside | [remind-late.ts](../../modules/a/b/server/jobs/remind-late.ts) |',
    );
  });

  it('what a setting does and its default', () => {
    const text = `const Env = z.object({
      /** Port to listen on. */
      PORT: z.coerce.number().int().default(8080),
      HOST: z.string().min(1),
    });
    // Signs what is sent.
    const key = readEnv('SIGNING_KEY', source);`;
    const page = configPage(projectOf('kernel/config/config.ts', text));
    expect(page).toContain('| `PORT` | `8080` | Port to listen on. |');
    expect(page).toContain('| `HOST` |  |  |');
    expect(page).toContain('| `SIGNING_KEY` |  | Signs what is sent. |');
  });
});

describe('declarations', () => {
  it('of a sound module have no fault', () => {
    expect(findFaults(declared)).toEqual([]);
  });

  it('must not say a name twice', () => {
    expect(findFaults({ ...declared, permissions: [give, give] })).toEqual([
      'two declarations of the permission library.give-back',
    ]);
  });

  it('must declare what a route asks for and how it refuses', () => {
    expect(findFaults({ ...declared, permissions: [], problems: [] })).toEqual([
      'library.giveBack uses library.give-back, which no module declares',
      'library.giveBack uses library/overdue, which no module declares',
    ]);
  });

  it('must keep to the form of names', () => {
    const odd = problem('library/Overdue', 409, words);
    expect(findFaults({ ...declared, problems: [overdue, odd] })[0]).toContain(
      'problem library/Overdue',
    );
  });
});
