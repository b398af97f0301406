import { createHash } from 'node:crypto';

import { z } from 'zod';

import { describeIssue } from '#kernel/http/describe-issue.ts';
import { field } from '#kernel/imports/importer.ts';

import type { BundleContent, MatterContent } from '../../contract.ts';
import { codeOf } from '../editions/matter-words.ts';

type Content = MatterContent | BundleContent;

/** A matter or a bundle as a row: what a preview shows of it, and the whole of it. */
export interface CatalogueRow extends Readonly<Record<string, unknown>> {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly items: string;
  readonly papers: string;
  /** Changes with any word of the content. */
  readonly fingerprint: string;
  readonly content: Content;
}

export const catalogueFields = [
  field('code', '编码', 'Code', { isKey: true }),
  field('name', '名称', 'Name'),
  field('department', '部门', 'Department'),
  field('items', '办理项', 'Items'),
  field('papers', '材料', 'Papers'),
  field('fingerprint', '内容指纹', 'Fingerprint', {
    noteZh: '任何一处改动都会使它变化',
    noteEn: 'Changes with any word of the content',
  }),
];

export function toRow(content: Content): CatalogueRow {
  const isBundle = 'members' in content;
  return {
    code: codeOf(content),
    name: content.name.zh,
    department: isBundle ? content.leadDepartmentName : content.authority.name,
    items: isBundle
      ? content.members.map(({ itemCode }) => itemCode).join('、')
      : content.items.map(({ name }) => name.zh).join('、'),
    papers: isBundle
      ? content.materialMerge.map(({ name }) => name.zh).join('、')
      : content.items.flatMap(({ papers }) => papers.map(({ name }) => name.zh)).join('、'),
    fingerprint: fingerprintOf(content),
    content,
  };
}

function fingerprintOf(content: Content): string {
  return createHash('sha256').update(JSON.stringify(content, inOrder)).digest('hex').slice(0, 16);
}

/** Members in the order of their names: the same content gives the same text wherever it was kept. */
function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Where the parts of a content stand in its file: `items.0.papers.2` is in row 12 of 材料. */
const Origins = z.record(z.string(), z.string());

/** A row as texts: the content as JSON, and where its parts stand. Faults name the place. */
export const rowOf = (content: z.ZodType<Content>): z.ZodType<CatalogueRow> =>
  z
    .object({ content: z.string(), origins: z.string().default('{}') })
    .transform((cells, context): CatalogueRow => {
      const value: unknown = JSON.parse(cells.content);
      const checked = content.safeParse(value);
      if (checked.success) return toRow(checked.data);
      const origins = Origins.parse(JSON.parse(cells.origins));
      for (const issue of checked.error.issues) {
        const sentence = describeIssue(issue);
        context.addIssue({
          code: 'custom',
          path: [placeOf(issue.path.map(String), origins)],
          message: `${sentence['zh-CN']}｜${sentence.en}`,
        });
      }
      return z.NEVER;
    });

/** The place in the file when it is known: the nearest part around, and the rest of the path. */
function placeOf(path: readonly string[], origins: z.infer<typeof Origins>): string {
  for (let length = path.length; length > 0; length -= 1) {
    const origin = origins[path.slice(0, length).join('.')];
    if (origin !== undefined) return `${origin} ${path.slice(length).join('.')}`;
  }
  return path.join('.');
}
