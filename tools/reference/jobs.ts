import { type ESTree, Visitor } from 'vite';

import { propertiesOf, sentenceOf } from '#tools/architecture/languages.ts';
import { isTest } from '#tools/architecture/places.ts';
import type { Project } from '#tools/architecture/project.ts';
import type { SourceFile } from '#tools/architecture/source.ts';

import { byName, toCode, toPage, toTable } from './markdown.ts';

/** A job as it is written; jobs are made with their module's doors, so they are read, not run. */
interface WrittenJob {
  readonly name: string;
  readonly title: string;
  readonly schedule: string;
  readonly retry: string;
  readonly mode: string;
  readonly path: string;
}

export function jobsPage(project: Project): string {
  const jobs = byName([...project.files.values()].flatMap(findJobs));
  const rows = jobs.map((job) => [
    toCode(job.name),
    job.title,
    job.schedule,
    job.retry,
    job.mode,
    `[${job.path.split('/').at(-1)}](../../${job.path})`,
  ]);
  const heads = ['job', 'what it does', 'when', 'retry', 'effect', 'file'];
  return toPage('Jobs', 'Every kind of work done later.', [toTable(heads, rows)]);
}

function findJobs(file: SourceFile): WrittenJob[] {
  const found: WrittenJob[] = [];
  if (isTest(file.path)) return found;
  new Visitor({
    CallExpression(node) {
      const [argument] = node.arguments;
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'job') return;
      if (argument?.type === 'ObjectExpression') found.push(readJob(file, argument));
    },
  }).visit(file.program);
  return found.filter(({ name }) => name !== '');
}

function readJob(file: SourceFile, node: ESTree.ObjectExpression): WrittenJob {
  const members = new Map(propertiesOf(node));
  const textOf = (value: ESTree.Expression | undefined) => {
    if (value === undefined) return '';
    const text = file.text.slice(value.start, value.end);
    // A constant of the same file is shown as what it is.
    const constant = /^\w+$/.test(text) ? new RegExp(`const ${text}\\s*=\\s*(\\w+)`) : undefined;
    return constant?.exec(file.text)?.[1] ?? text;
  };
  const membersOf = (value: ESTree.Expression | undefined) =>
    new Map(value?.type === 'ObjectExpression' ? propertiesOf(value) : []);
  const title = membersOf(members.get('title'));
  const schedule = membersOf(members.get('schedule'));
  const retry = membersOf(members.get('retry'));
  const seconds = textOf(schedule.get('everySeconds'));
  return {
    name: sentenceOf(members.get('name')) ?? '',
    title: `${sentenceOf(title.get('zh-CN')) ?? ''} · ${sentenceOf(title.get('en')) ?? ''}`,
    schedule:
      sentenceOf(schedule.get('cron')) ?? (seconds === '' ? 'when asked' : `every ${seconds} s`),
    retry:
      retry.size === 0
        ? textOf(members.get('retry'))
        : `${textOf(retry.get('attempts'))} times, ${textOf(retry.get('backoffSeconds'))} s apart and longer`,
    mode: sentenceOf(membersOf(members.get('run')).get('mode')) ?? '',
    path: file.path,
  };
}
