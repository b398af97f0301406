import { routes as matters } from '#modules/casework/matters/contract.ts';
import { useCall } from '#web/client/index.ts';

import type { OwnCase } from '../../../contract.ts';

/** A published edition never changes. */
const FRESH_MS = 3_600_000;

/** The item under which the case was taken in, by the edition that the case keeps. */
export function useOwnItem({ editionId, itemKey }: Pick<OwnCase, 'editionId' | 'itemKey'>) {
  const { data } = useCall(
    matters.getGuideEdition,
    { params: { id: editionId } },
    { freshMs: FRESH_MS },
  );
  return data?.content.items.find(({ key }) => key === itemKey);
}
