import { routes as matters } from '#modules/casework/matters/contract.ts';
import { useCall } from '#web/client/index.ts';

import type { CaseInFull } from '../../../contract.ts';

/** A published edition never changes. */
const FRESH_MS = 3_600_000;

/** The item under which a case was taken in, by the edition that the case keeps. */
export function useItem({ editionId, itemKey }: Pick<CaseInFull, 'editionId' | 'itemKey'>) {
  const edition = useCall(
    matters.getGuideEdition,
    { params: { id: editionId } },
    { freshMs: FRESH_MS },
  );
  return {
    item: edition.data?.content.items.find(({ key }) => key === itemKey),
    isPending: edition.isPending,
    problem: edition.error,
  };
}
