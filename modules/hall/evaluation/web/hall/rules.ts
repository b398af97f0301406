import { type Grade, isBad, type PadInvitation, type PadView } from '../../contract.ts';

/** One asking: the desk may ask again about a service that was put off. */
export const askOf = ({
  serviceId,
  invitedAt,
}: Pick<PadInvitation, 'serviceId' | 'invitedAt'>): string => `${serviceId}/${invitedAt}`;

/** What the pad draws. */
export type PadMode = PadView['mode'] | 'thanks' | 'confirm';

export interface PadMoment {
  readonly view: PadView;
  readonly now: Date;
  /** What was asked and answered or put off on this pad since its page was opened: `askOf`, or a paper's id. */
  readonly settled: ReadonlySet<string>;
  /** The invitation was told by the server itself since the page was opened, not found on the shelf. */
  readonly isOfNow: boolean;
  readonly isThanking: boolean;
  /** The same of the paper that is to be signed. */
  readonly isConfirmationOfNow: boolean;
  /** The server answers: nothing can be signed while it is away. */
  readonly isOnline: boolean;
}

/**
 * Which page the pad shows. It asks only about a service that it heard of itself, within its time and once; after
 * any break it is back on the static page.
 */
export function modeOf(moment: PadMoment): PadMode {
  const { view, now, settled, isOfNow, isThanking } = moment;
  if (isThanking) return 'thanks';
  if (isConfirming(moment)) return 'confirm';
  if (view.mode !== 'dynamic') return view.mode;
  const { invitation } = view;
  const isAsking =
    invitation !== null &&
    isOfNow &&
    !settled.has(askOf(invitation)) &&
    now.getTime() < Date.parse(invitation.asksUntil);
  return isAsking ? 'dynamic' : 'static';
}

/** A paper is shown to be signed within its time, once, and only while the server is there to take it. */
function isConfirming({
  view: { confirmation },
  now,
  settled,
  isConfirmationOfNow,
  isOnline,
}: PadMoment): boolean {
  return (
    confirmation !== null &&
    isOnline &&
    isConfirmationOfNow &&
    !settled.has(confirmation.id) &&
    now.getTime() < Date.parse(confirmation.asksUntil)
  );
}

/** Whole seconds for which the pad still asks. */
export function secondsLeft(asksUntil: string, now: Date): number {
  return Math.max(0, Math.ceil((Date.parse(asksUntil) - now.getTime()) / 1000));
}

/** A bad grade says why with at least one option; any other may say nothing more. */
export const isComplete = (grade: Grade, options: readonly string[]): boolean =>
  !isBad(grade) || options.length > 0;
