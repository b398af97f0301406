import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { auditBudget } from './budget.ts';

const centres = new URL('../../centres/songjiang/budget/2024/', import.meta.url);
const published = new URL('published.txt', centres);

describe('onewindow budget audit', () => {
  let folder = '';
  let said: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'budget-audit-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(() => {
    said = [];
    const keep = (text: unknown) => void said.push(String(text));
    vi.spyOn(console, 'log').mockImplementation(keep);
    vi.spyOn(console, 'error').mockImplementation(keep);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });

  const audit = async (path: string, options: { json?: boolean; html?: string } = {}) => {
    await auditBudget(path, { json: false, ...options });
    return process.exitCode;
  };
  const write = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  it('ends with 1 for the published budget, and names the three rules that fail', async () => {
    expect(await audit(published.pathname)).toBe(1);
    const text = said.join('\n');
    for (const rule of ['✗ E17', '✗ G04', '✗ G05']) expect(text).toContain(rule);
  });

  it('ends with 0 for a document without an error', async () => {
    const text = await readFile(published, 'utf8');
    const mended = text
      .replace('（含）以上的项目有0个', '（含）以上的项目有1个')
      .replaceAll('绩效目标汇总表', '绩效目标申报表')
      .concat('\n八、财政支出项目绩效目标申报表\n');
    expect(mended).not.toBe(text);
    expect(await audit(await write('mended.txt', mended))).toBe(0);
  });

  it.each([
    ['a file that is not there', undefined, '找不到文件'],
    ['an empty one', '', '是空的'],
    ['a letter', '您好，今天下雨。', '没有找到预算表'],
    ['a damaged PDF', '%PDF-1.4 nothing', '已损坏或有密码'],
    ['a damaged workbook', 'PK\u0003\u0004broken', '已损坏'],
  ])('ends with 2 for %s, and says in both languages why', async (name, content, reason) => {
    const path =
      content === undefined ? join(folder, 'nothing.txt') : await write(`${name}.txt`, content);
    expect(await audit(path)).toBe(2);
    expect(said.join('\n')).toContain(reason);
    expect(said.join('\n')).toMatch(/[a-z]{4,}/);
  });

  it('ends with 2 for 40 MB, by name and size', async () => {
    expect(await audit(await write('large.txt', Buffer.alloc(40_000_000, 0x20)))).toBe(2);
    expect(said.join('\n')).toContain('large.txt 有 40 MB');
  });

  it('gives stable JSON, and a page of its own', async () => {
    const target = join(folder, 'report.html');
    expect(await audit(published.pathname, { json: true, html: target })).toBe(1);
    const report = JSON.parse(said.join('\n')) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual(['document', 'rules', 'findings']);
    const page = await readFile(target, 'utf8');
    expect(page).toContain('<!doctype html>');
    expect(page).toContain('423,594.00');
  });
});
