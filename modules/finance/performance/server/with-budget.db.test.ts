import { readdirSync, readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import {
  type BudgetVersion,
  permissions as budgetPermissions,
  routes as budget,
} from '#modules/finance/budget/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';

import { type Indicator, permissions, routes } from '../contract.ts';

const all = [...Object.values(permissions), ...Object.values(budgetPermissions)].map(
  ({ name }) => name,
);
const maker = staffWith(all);
const approver = staffWith(all);
const folder = new URL('../../../../centres/songjiang/budget/2024/', import.meta.url);

const one = (more: Partial<Indicator>): Indicator => ({
  id: newId(),
  level1: 'output',
  level2: 'quantity',
  level3: '在岗非编人员',
  sign: 'at-most',
  target: '75',
  unit: '人',
  weight: '50',
  measure: 'manual',
  basis: '',
  ...more,
});

describe('targets and the budget book that promises them', () => {
  let app: TestApp;
  let version: BudgetVersion;

  beforeAll(async () => {
    app = await startTestApp();
    const importer = app.app.running.importers.find(({ name }) => name === 'budget.years');
    if (importer === undefined) throw new Error('No importer of budgets');
    const texts = Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
    );
    const file = Buffer.from(JSON.stringify(texts), 'utf8');
    const { rows } = (await importer.files?.read(file, 'package')) ?? { rows: [] };
    const actor = systemActor(maker.centreId, 'test');
    await runImport(app.foundation, actor, importer, 'package', rows);
    version = await approveAdjustment();
  });
  afterAll(() => app.close());

  /** An approved adjustment whose projects point at the table that the contents promise. */
  const approveAdjustment = async (): Promise<BudgetVersion> => {
    const { items } = (await app.send(maker, budget.listVersions)).body;
    const draft = await app.send(maker, budget.createVersion, {
      body: { year: 2024, stage: 'adjustment', parentId: items[0]?.id ?? null },
      key: newId(),
    });
    const { facts, rows, id } = draft.body;
    if (facts === null) throw new Error('No facts');
    const projects = facts.projects.map((project) => ({
      ...project,
      pointer: project.pointer.map((lines) =>
        lines.map((line) => line.replace(/《[^》]*》/, '《财政支出项目绩效目标申报表》')),
      ),
    }));
    const saved = await app.send(maker, budget.saveVersion, {
      params: { id },
      body: { version: draft.body.version, rows, facts: { ...facts, projects } },
    });
    const submitted = await app.send(maker, budget.submitVersion, {
      params: { id },
      body: { version: saved.body.version },
    });
    const done = await app.send(approver, budget.approveVersion, {
      params: { id },
      body: {
        version: submitted.body.version,
        document: '松财预〔2024〕9号',
        approvedOn: '2024-01-15',
      },
    });
    return done.body;
  };

  const publish = () =>
    app.send(approver, budget.publishVersion, {
      params: { id: version.id },
      body: { version: version.version },
    });

  const approveTarget = async (): Promise<void> => {
    const { body } = await app.send(maker, routes.createTarget, {
      body: { year: 2024, projectCode: 'P01', projectName: '非编人员经费项目' },
      key: newId(),
    });
    const saved = await app.send(maker, routes.saveTarget, {
      params: { id: body.id },
      body: {
        version: body.version,
        annualGoal: '按月足额发放',
        indicators: [
          one({}),
          one({ level1: 'benefit', level2: 'social-benefit', level3: '接待', weight: '40' }),
        ],
      },
    });
    const declared = await app.send(maker, routes.declareTarget, {
      params: { id: body.id },
      body: { version: saved.body.version },
    });
    await app.send(approver, routes.approveTarget, {
      params: { id: body.id },
      body: { version: declared.body.version },
    });
  };

  test('AC19: the book is not published while it lacks the table, and is once targets are approved', async () => {
    const refused = await publish();
    expect(refused.problem).toBe('budget/audit-errors');
    expect(String(refused.document['title'])).toContain('目录');
    await approveTarget();
    const published = await publish();
    expect(published.problem).toBeUndefined();
    const { body } = await app.send(undefined, budget.getPublication, { query: { year: 2024 } });
    const text = body.book.paragraphs
      .flatMap(({ lines }) => lines.map((parts) => parts.map((part) => part.text).join('')))
      .join('\n');
    expect(text).toContain('产出指标｜数量指标｜在岗非编人员｜≤75人｜50');
    expect(body.timer).toMatchObject({ approvedOn: '2024-01-15', dueOn: '2024-02-04' });
    expect(body.readBack).toEqual({ figures: 239, differences: 0 });
  });

  test('a target names the office, the period and the money that the budget gives the project', async () => {
    const { body } = await app.send(undefined, routes.getPublishedTargets, {
      query: { year: 2024 },
    });
    expect(body.items[0]?.project).toMatchObject({
      office: '人事科',
      startsOn: '2024-01-01',
      amount: '13507696.50',
    });
  });
});
