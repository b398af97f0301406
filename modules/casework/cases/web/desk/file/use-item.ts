import { permissions, routes as matters } from '#modules/casework/matters/contract.ts';
import { useCall, useMay } from '#web/client/index.ts';

import type { CaseInFull } from '../../../contract.ts';

const FRESH_MS = 600_000;

/** The item under which a case was taken in: of the edition that the case keeps; else as it is in force today. */
export function useItem(file: Pick<CaseInFull, 'editionId' | 'matterId' | 'itemKey'>) {
  const may = useMay();
  const seesEditions = may(permissions.view);
  const edition = useCall(
    matters.getEdition,
    { params: { id: file.editionId } },
    { enabled: seesEditions, freshMs: FRESH_MS },
  );
  const guide = useCall(
    matters.getGuide,
    { params: { id: file.matterId } },
    { enabled: !seesEditions || edition.isError, freshMs: FRESH_MS },
  );
  const content = edition.data?.content ?? guide.data?.content;
  return {
    item: content?.items.find(({ key }) => key === file.itemKey),
    isPending: content === undefined && !guide.isError,
    problem: content === undefined ? guide.error : null,
  };
}
