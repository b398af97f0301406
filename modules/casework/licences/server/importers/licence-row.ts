import { z } from 'zod';

import { isUscc } from '#kernel/ids/uscc.ts';
import {
  cellDay,
  cellList,
  cellOneOf,
  cellOptional,
  cellOptionalDay,
  cellText,
} from '#kernel/imports/cells.ts';
import { IdentifierKind } from '#modules/registry/parties/contract.ts';

const KINDS = IdentifierKind.options as unknown as readonly [IdentifierKind, ...IdentifierKind[]];

/** A licence that exists already, as a sheet says it. */
export const TakenOverRow = z.object({
  kindCode: cellText(64),
  number: cellText(80),
  holderIdentifierKind: cellOneOf(KINDS),
  holderIdentifier: cellText(40),
  departmentCode: cellText(64),
  authorityCode: cellText(18).refine((text) => isUscc(text), {
    message: '颁发机构代码不是正确的统一社会信用代码｜Not a credit code of an authority',
  }),
  issuedOn: cellDay,
  validFrom: cellDay,
  validUntil: cellOptionalDay,
  content: cellOptional(4000),
  /** `kind:number` of the licences that a composite one carries. */
  members: cellList,
});
export type TakenOverRow = z.infer<typeof TakenOverRow>;

/** `key=text` pairs of a cell, joined by `;;`. */
export function readContent(cell: string): Record<string, string> {
  const parts = cell.split(';;').filter((part) => part.includes('='));
  return Object.fromEntries(
    parts.map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const;
    }),
  );
}

export function writeContent(
  content: Readonly<Record<string, { readonly 'zh-CN': string }>>,
): string {
  return Object.entries(content)
    .map(([key, value]) => `${key}=${value['zh-CN']}`)
    .join(';;');
}
