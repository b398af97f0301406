import type { EditionSummary } from '../../../contract.ts';

/** The page of an edition. */
export function editionPath({ id, kind }: Pick<EditionSummary, 'id' | 'kind'>): string {
  return kind === 'bundle' ? `/matters/bundle-editions/${id}` : `/matters/editions/${id}`;
}
