import type { DetectionRule, EvaluationSettings, Suspicion } from '../../contract.ts';

/** What is known of a rating and of those around it, at the moment it comes in. */
export interface Observed {
  readonly shownForSeconds: number | null;
  /** The rater's browser was signed in as staff. */
  readonly isStaffSession: boolean;
  readonly wasPressed: boolean;
  readonly ratedAt: Date;
  /** Earlier ratings, by what they share with this one. */
  readonly sameAddress: readonly Date[];
  readonly samePhone: readonly Date[];
  readonly samePad: readonly Date[];
  /** Grade and options of the same clerk's last ratings, the newest first. */
  readonly ofClerk: ReadonlyArray<{ readonly at: Date; readonly said: string }>;
  readonly said: string;
}

const MINUTE_MS = 60_000;

const within = (times: readonly Date[], { ratedAt }: Observed, minutes: number): number =>
  times.filter((at) => Math.abs(ratedAt.getTime() - at.getTime()) <= minutes * MINUTE_MS).length;

/** How many of the clerk's last ratings in a row said exactly the same as this one. */
function runOf(observed: Observed, minutes: number): number {
  const recent = observed.ofClerk.filter(
    ({ at }) => Math.abs(observed.ratedAt.getTime() - at.getTime()) <= minutes * MINUTE_MS,
  );
  const other = recent.findIndex(({ said }) => said !== observed.said);
  return other === -1 ? recent.length : other;
}

function applies(rule: DetectionRule, observed: Observed): boolean {
  switch (rule.code) {
    case 'too-quick':
      return observed.shownForSeconds !== null && observed.shownForSeconds < rule.threshold;
    case 'staff-session':
      return observed.isStaffSession;
    case 'pressed':
      return observed.wasPressed;
    // The rating itself is one of them.
    case 'same-address':
      return within(observed.sameAddress, observed, rule.withinMinutes) + 1 >= rule.threshold;
    case 'same-phone':
      return within(observed.samePhone, observed, rule.withinMinutes) + 1 >= rule.threshold;
    case 'pad-burst':
      return within(observed.samePad, observed, rule.withinMinutes) + 1 >= rule.threshold;
    case 'monotone':
      return runOf(observed, rule.withinMinutes) + 1 >= rule.threshold;
  }
}

/** The rules that a rating meets. Pure: the same facts and rules always give the same. */
export function detect(rules: readonly DetectionRule[], observed: Observed): Suspicion[] {
  return rules
    .filter((rule) => rule.isOn && applies(rule, observed))
    .map(({ code, weight }) => ({ code, weight }));
}

/** Whether a person has to look. Until then the rating counts. */
export const isSuspect = (
  suspicions: readonly Suspicion[],
  { suspicionLimit }: Pick<EvaluationSettings, 'suspicionLimit'>,
): boolean => suspicions.reduce((sum, { weight }) => sum + weight, 0) >= suspicionLimit;
