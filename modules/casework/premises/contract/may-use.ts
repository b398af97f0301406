import type { Day } from '#kernel/clock/day.ts';

import {
  type CarrierKind,
  type Excluded,
  excludedWords,
  type UseRole,
  type UseType,
} from './kinds.ts';
import type { SettingsBody } from './settings.ts';
import type { Refusal } from './shapes.ts';
import type { Standing } from './state.ts';

/** A subject that is in the unit, or has applied for it. */
export interface Taker {
  readonly creditCode: string;
  readonly name: string;
}

/** Everything that decides whether somebody may use a unit. */
export interface UseQuestion {
  readonly carrierKind: CarrierKind;
  readonly standing: Standing;
  readonly standingReason: string;
  readonly unit: {
    /** It stands in the version in force. */
    readonly isCurrent: boolean;
    readonly isSuspended: boolean;
    readonly reason: string;
    readonly excluded: Excluded | null;
    readonly maxSubjects: number;
    readonly validUntil: Day | null;
    readonly useType: UseType;
    readonly groupCodes: readonly string[];
    readonly filedVersion: number;
  };
  readonly takers: readonly Taker[];
  readonly asks: {
    readonly role: UseRole;
    /** Empty while the subject has none. */
    readonly creditCode: string;
    readonly name: string;
    /** Of the firm that applies, for instance the parent of a new company. */
    readonly applicantCode: string;
    readonly isSoleTrader: boolean;
    /** 经营范围, as it is applied for; empty when it is not known yet. */
    readonly scope: string;
    /** The version that the applicant saw; undefined when it does not matter. */
    readonly version: number | undefined;
  };
  readonly today: Day;
  readonly settings: SettingsBody;
}

type Rule = (question: UseQuestion) => Refusal | undefined;

const refuse = (code: string, zh: string, en: string): Refusal => ({
  code,
  message: { 'zh-CN': zh, en },
});

const inForce: Rule = ({ standing, standingReason, unit }) => {
  switch (standing) {
    case 'filed':
      return undefined;
    case 'suspended':
      return refuse(
        'suspended',
        `该住所备案已暂停使用（${standingReason}）`,
        `The filing is suspended (${standingReason})`,
      );
    case 'revoked':
      return refuse(
        'revoked',
        `该住所备案已撤销（${standingReason}）`,
        `The filing was revoked (${standingReason})`,
      );
    case 'expired':
      return refuse(
        'expired',
        `该住所备案已于${unit.validUntil ?? ''}到期`,
        `The filing ended on ${unit.validUntil ?? ''}`,
      );
    case 'none':
      return refuse('not-filed', '该住所尚未备案', 'These premises are not filed yet');
  }
};

const stillThere: Rule = ({ unit }) =>
  unit.isCurrent
    ? undefined
    : refuse('gone', '该房屋单元已不在现行备案中', 'The unit is not in the version in force');

const notExcluded: Rule = ({ unit: { excluded } }) =>
  excluded === null
    ? undefined
    : refuse(
        'excluded',
        `${excludedWords[excluded]['zh-CN']}不得作为住所`,
        `${excludedWords[excluded].en}: nobody can be registered there`,
      );

const unitOpen: Rule = ({ unit }) =>
  unit.isSuspended
    ? refuse(
        'unit-suspended',
        `该房屋单元已暂停使用（${unit.reason}）`,
        `The unit is suspended (${unit.reason})`,
      )
    : undefined;

const proofsValid: Rule = ({ unit: { validUntil }, standing, today }) =>
  standing !== 'expired' && validUntil !== null && validUntil < today
    ? refuse(
        'expired',
        `该住所的证明已于${validUntil}到期`,
        `The proofs of the unit ended on ${validUntil}`,
      )
    : undefined;

const sameVersion: Rule = ({ asks: { version }, unit: { filedVersion } }) =>
  version === undefined || version === filedVersion
    ? undefined
    : refuse(
        'changed-since',
        `备案已变更为第${filedVersion}版，请重新选择`,
        `The filing was changed to version ${filedVersion}; choose again`,
      );

const isSame = (one: Taker, other: Taker) =>
  one.creditCode === '' || other.creditCode === ''
    ? one.name === other.name
    : one.creditCode === other.creditCode;

/** 一址多照: a limit of subjects, but for cluster addresses and subjects of one controller. */
const hasRoom: Rule = ({ carrierKind, settings, unit, takers, asks }) => {
  if (settings.unlimitedKinds.includes(carrierKind)) return undefined;
  const { groupCodes, maxSubjects } = unit;
  if (groupCodes.includes(asks.creditCode) || groupCodes.includes(asks.applicantCode))
    return undefined;
  const counted = takers.filter(({ creditCode }) => !groupCodes.includes(creditCode));
  if (counted.some((one) => isSame(one, asks)) || counted.length < maxSubjects) return undefined;
  return refuse(
    'full',
    `该房屋单元最多登记${maxSubjects}个主体，已满`,
    `The unit holds ${maxSubjects} and is full`,
  );
};

const fitForTrade: Rule = ({ carrierKind, settings, unit, asks: { scope } }) => {
  const isClosed =
    settings.closedToSensitive.includes(carrierKind) || unit.useType === 'residential';
  if (!isClosed) return undefined;
  const trade = settings.sensitiveTrades.find(({ words }) =>
    words.some((word) => scope.includes(word)),
  );
  return (
    trade &&
    refuse(
      'unfit-trade',
      `经营范围含“${trade.nameZh}”，不得登记在集中登记地或居住用房`,
      `${trade.nameEn} cannot be registered at a cluster address or in a dwelling`,
    )
  );
};

const rightSubject: Rule = ({ carrierKind, asks: { isSoleTrader } }) =>
  carrierKind === 'household-cluster' && !isSoleTrader
    ? refuse(
        'sole-traders-only',
        '个体工商户登记地只供个体工商户使用',
        'The address is for sole traders only',
      )
    : undefined;

const rules: readonly Rule[] = [
  inForce,
  stillThere,
  notExcluded,
  unitOpen,
  proofsValid,
  sameVersion,
  rightSubject,
  fitForTrade,
  hasRoom,
];

/** Every reason why the unit cannot be used, the weightiest first; empty when it can. */
export function listRefusals(question: UseQuestion): Refusal[] {
  return rules.flatMap((rule) => rule(question) ?? []);
}

/** How many more subjects the unit takes; null when there is no limit. */
export function placesLeft({
  carrierKind,
  settings,
  unit: { groupCodes, maxSubjects },
  takers,
}: Pick<UseQuestion, 'carrierKind' | 'settings' | 'takers'> & {
  readonly unit: Pick<UseQuestion['unit'], 'groupCodes' | 'maxSubjects'>;
}): number | null {
  if (settings.unlimitedKinds.includes(carrierKind)) return null;
  const counted = takers.filter(({ creditCode }) => !groupCodes.includes(creditCode));
  return Math.max(0, maxSubjects - counted.length);
}
