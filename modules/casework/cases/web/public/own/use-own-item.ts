import { routes as matters } from '#modules/casework/matters/contract.ts';
import { useCall } from '#web/client/index.ts';

import type { OwnCase } from '../../../contract.ts';

/** The item of the case, by the guide of its matter. */
export function useOwnItem({ matterId, itemKey }: Pick<OwnCase, 'matterId' | 'itemKey'>) {
  const { data } = useCall(matters.getGuide, { params: { id: matterId } }, { freshMs: 300_000 });
  return data?.content.items.find(({ key }) => key === itemKey);
}
