import type { Answers, FormValues } from '#modules/casework/matters/contract.ts';
import type { PartySummary } from '#modules/registry/parties/contract.ts';

import type { Acceptance, DeliveryWish, Preview } from '../../../contract.ts';
import type { PaperEntries } from '../../parts/paper-entries.ts';

/** Everything typed in one visit. It lives on the page until the server has taken it. */
export interface IntakeState {
  /** The visit that the hall called, when it came with a ticket. */
  readonly ticketId: string | undefined;
  readonly party: PartySummary | undefined;
  readonly agent: PartySummary | undefined;
  /** Of a single item; a visit is for this or for a bundle. */
  readonly matterId: string | undefined;
  readonly bundleId: string | undefined;
  readonly itemKey: string | undefined;
  readonly answers: Answers;
  readonly form: FormValues;
  /** What was known before anybody typed. */
  readonly prefilled: FormValues;
  readonly entries: PaperEntries;
  readonly mode: Acceptance['mode'] | undefined;
  readonly promised: boolean;
  readonly promiseFileIds: readonly string[];
  readonly supplementDueOn: string;
  readonly delivery: DeliveryWish;
}

export const EMPTY: IntakeState = {
  ticketId: undefined,
  party: undefined,
  agent: undefined,
  matterId: undefined,
  bundleId: undefined,
  itemKey: undefined,
  answers: {},
  form: {},
  prefilled: {},
  entries: {},
  mode: undefined,
  promised: false,
  promiseFileIds: [],
  supplementDueOn: '',
  delivery: { way: 'window', recipient: '', phone: '', address: '' },
};

/** Another matter begins: what belongs to the former one goes, the applicant stays. */
export const withMatter = (
  { ticketId, party, agent, delivery }: IntakeState,
  matterId: string | undefined,
  itemKey?: string,
): IntakeState => ({ ...EMPTY, ticketId, party, agent, delivery, matterId, itemKey });

/** 一件事 begins. */
export const withBundle = (
  { ticketId, party, agent, delivery }: IntakeState,
  bundleId: string,
): IntakeState => ({ ...EMPTY, ticketId, party, agent, delivery, bundleId });

/** What the server is asked about one application of the visit; nothing before it is known for whom. */
export const toPreview = (
  { party, agent }: Pick<IntakeState, 'party' | 'agent'>,
  application: Pick<Preview, 'matterId' | 'itemKey' | 'answers'>,
): Preview | undefined =>
  party === undefined
    ? undefined
    : {
        ...application,
        form: {},
        partyId: party.id,
        ...(agent === undefined ? {} : { agentId: agent.id }),
      };

/** Takes over what is known of the applicant where nothing else was typed. */
export function withPrefilled(state: IntakeState, known: FormValues): IntakeState {
  if (JSON.stringify(known) === JSON.stringify(state.prefilled)) return state;
  const untouched = Object.entries(state.form).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(state.prefilled[key]),
  );
  return { ...state, prefilled: known, form: { ...known, ...Object.fromEntries(untouched) } };
}

/** How the application would be accepted: as chosen, else as the papers allow. */
export function acceptanceOf(
  { mode, promised, promiseFileIds, supplementDueOn }: IntakeState,
  standing: 'complete' | 'tolerant' | undefined,
): Acceptance | undefined {
  const chosen = mode === 'promise' ? mode : standing;
  if (chosen === undefined) return undefined;
  const [promiseFileId] = promiseFileIds;
  return {
    mode: chosen,
    promised: chosen !== 'complete' && promised,
    ...(chosen === 'complete' || promiseFileId === undefined ? {} : { promiseFileId }),
    ...(chosen === 'tolerant' && supplementDueOn !== '' ? { supplementDueOn } : {}),
  };
}
