import { useMutation } from '@tanstack/react-query';

import { newId } from '#kernel/ids/id.ts';
import {
  type PartySummary,
  permissions as partyPermissions,
  routes as parties,
} from '#modules/registry/parties/contract.ts';
import { call, toApiProblem, useCentre, useMay } from '#web/client/index.ts';
import { type IdCard, useCardReader, useCodeScanner } from '#web/devices/cards/index.ts';

import type { IntakeWork } from './use-intake.ts';

/** What was laid on or shown, and who that is; nobody when the register does not know them yet. */
interface Presented {
  readonly card?: IdCard;
  readonly party: PartySummary | undefined;
  readonly agent?: PartySummary | undefined;
}

/**
 * Identity cards on the reader and codes before the scanner (随申码, 电子营业执照) choose who applies. Whoever lays a
 * card on while the applicant is chosen already stands there for them.
 */
export function usePresented(
  { state, change }: Pick<IntakeWork, 'state' | 'change'>,
  onChosen: () => void,
) {
  const { isDemonstration } = useCentre();
  const may = useMay();
  const choose = ({ party, agent }: Presented) => {
    if (party === undefined) return;
    if (agent !== undefined) change({ party, agent });
    else if (state.party === undefined) change({ party });
    else if (state.party.id !== party.id) change({ agent: party });
    onChosen();
  };
  const asked = useMutation({ mutationFn: findPresented, onSuccess: choose });
  const registered = useMutation({
    mutationFn: register,
    onSuccess: (party) => {
      asked.reset();
      choose({ party });
    },
  });
  const reader = useCardReader((card) => asked.mutate({ card }), {
    isSimulated: isDemonstration,
  });
  useCodeScanner((code) => asked.mutate({ code }));
  const problem = asked.error ?? registered.error;
  return {
    reader,
    isSimulated: isDemonstration,
    isBusy: asked.isPending || registered.isPending,
    problem: problem === null ? null : toApiProblem(problem),
    /** A card whose holder is not in the register yet. */
    unknown: asked.data?.party === undefined ? asked.data?.card : undefined,
    register: may(partyPermissions.register)
      ? (card: IdCard) => registered.mutate(card)
      : undefined,
  };
}

async function findPresented(
  shown: { readonly card: IdCard } | { readonly code: string },
): Promise<Presented> {
  if ('code' in shown) {
    const { party, agent } = await call(parties.presentCode, { body: { code: shown.code } });
    return { party, agent: agent ?? undefined };
  }
  const { card } = shown;
  const { items } = await call(parties.searchParties, {
    body: { text: card.identityNo, limit: 1 },
  });
  return { card, party: items[0] };
}

const register = ({ name, identityNo }: IdCard): Promise<PartySummary> =>
  call(parties.registerPerson, {
    body: { name, identifier: { kind: '111', number: identityNo } },
    idempotencyKey: newId(),
  });
