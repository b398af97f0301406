import { addDays, type Day } from '#kernel/clock/day.ts';
import { parseUscc } from '#kernel/ids/uscc.ts';
import type { Words } from '#kernel/problems/contract.ts';

import { addressKey, unitAddress } from './address.ts';
import { type CarrierKind, proofKindWords, type ProofKind } from './kinds.ts';
import type { SettingsBody } from './settings.ts';
import type { FilingBody, Finding, Proof, Unit } from './shapes.ts';

/** What a check looks at beside the paper itself. */
export interface FilingContext {
  readonly carrierKind: CarrierKind;
  readonly operatorName: string;
  readonly town: string;
  /** Six digits. */
  readonly district: string;
  readonly today: Day;
  readonly settings: SettingsBody;
}

type Check = (body: FilingBody, context: FilingContext) => readonly Finding[];

const finding = (
  code: string,
  place: string,
  zh: string,
  en: string,
  isBlocking = true,
): Finding => ({
  code,
  isBlocking,
  place,
  message: { 'zh-CN': zh, en },
});

/** Proofs of the right to use: title, lease, authority, letter of the park. */
const RIGHTS: ReadonlySet<ProofKind> = new Set(['title', 'lease', 'authorisation', 'park-letter']);

const checkPlace: Check = ({ building }, { town, district }) => [
  ...(town.startsWith(district)
    ? []
    : [finding('outside', 'building', '地址不在本区', 'The address does not lie in the district')]),
  ...(/\d/u.test(addressKey(building.standardAddress))
    ? []
    : [
        finding(
          'no-number',
          'building.standardAddress',
          '标准地址应写到门牌号',
          'The address lacks its number',
        ),
      ]),
  ...(building.isIllegal
    ? [
        finding(
          'illegal-building',
          'building',
          '违法建筑不得作为住所',
          'A building without permission cannot be registered in',
        ),
      ]
    : []),
];

const checkUse: Check = ({ building, proofs }, { carrierKind }) => {
  const has = (kind: ProofKind) => proofs.some((proof) => proof.kind === kind);
  const lacks = (kind: ProofKind, zh: string, en: string) =>
    has(kind) ? [] : [finding(`no-${kind}`, 'proofs', zh, en)];
  if (building.useType === 'residential' && carrierKind !== 'household-cluster')
    return [
      ...lacks(
        'change-of-use',
        '居住用房改作经营应有改变用途批准',
        'A dwelling needs the approval of its change of use',
      ),
      ...lacks(
        'committee-consent',
        '居住用房改作经营应有居委（业委）会同意',
        'A dwelling needs the consent of the committee',
      ),
    ];
  if (building.useType === 'clubhouse')
    return lacks(
      'committee-consent',
      '会所改作他用应经业主共同决定',
      'A clubhouse needs the vote of the owners',
    );
  return [];
};

const checkRights: Check = ({ building, proofs }, { operatorName, carrierKind }) => {
  const whole = proofs.filter((proof) => proof.rooms.length === 0);
  const has = (...kinds: readonly ProofKind[]) => whole.some(({ kind }) => kinds.includes(kind));
  const isOwner = building.ownerName.trim() === operatorName.trim();
  return [
    ...(has('title') || (carrierKind === 'park' && has('park-letter'))
      ? []
      : [
          finding(
            'no-title',
            'proofs',
            '缺少整栋房屋的产权证（园区可用园区证明）',
            'The title of the building is missing (a park may give a letter)',
          ),
        ]),
    ...(isOwner || has('authorisation', 'lease')
      ? []
      : [
          finding(
            'no-authority',
            'proofs',
            '运营单位不是产权人，应有整栋的运营授权书或租赁合同',
            'The operator is not the owner: an authority or a lease of the building is needed',
          ),
        ]),
  ];
};

/** Whole months from a day to another. */
export function monthsBetween(from: Day, until: Day): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [year = 0, month = 0, day = 0] = until.split('-').map(Number);
  return (year - fromYear) * 12 + (month - fromMonth) - (day < fromDay ? 1 : 0);
}

const checkProofs: Check = ({ proofs, units }, context) => {
  const rooms = new Set(units.map(({ roomNo }) => roomNo));
  return proofs.flatMap((proof, at) => checkProof(proof, `proofs.${at}`, rooms, context));
};

function checkProof(
  proof: Proof,
  place: string,
  rooms: ReadonlySet<string>,
  { today, settings }: FilingContext,
): Finding[] {
  const name: Words = proofKindWords[proof.kind];
  const { validFrom, validUntil } = proof;
  const found: Finding[] = [];
  const add = (code: string, zh: string, en: string) =>
    found.push(finding(code, place, `${name['zh-CN']}：${zh}`, `${name.en}: ${en}`));
  if (proof.hash === '') add('no-file', '缺少文件', 'the file is missing');
  if (proof.number === '') add('no-proof-number', '缺少编号', 'the number is missing');
  if (validUntil !== null && validUntil < validFrom)
    add('validity-wrong', '截止日早于起始日', 'it ends before it begins');
  else if (validFrom > today) add('not-yet', `${validFrom}起才有效`, `it begins on ${validFrom}`);
  else if (validUntil !== null && validUntil < today)
    add('over', `已于${validUntil}到期`, `it ended on ${validUntil}`);
  const isShort =
    proof.kind === 'lease' &&
    validUntil !== null &&
    monthsBetween(validFrom, addDays(validUntil, 1)) < settings.minLeaseMonths;
  if (isShort)
    add(
      'lease-short',
      `租期不足${settings.minLeaseMonths}个月`,
      `it runs for less than ${settings.minLeaseMonths} months`,
    );
  const unknown = proof.rooms.find((room) => !rooms.has(room));
  if (unknown !== undefined)
    add('room-unknown', `没有房号 ${unknown}`, `there is no room ${unknown}`);
  return found;
}

const checkUnits: Check = ({ building, units }, context) => {
  const first = new Map<string, string>();
  const found: Finding[] = [];
  if (units.length === 0)
    found.push(finding('no-units', 'units', '至少备案一个房屋单元', 'There is no unit in it'));
  for (const unit of units) {
    found.push(...checkUnit(unit, building, context));
    const key = addressKey(unitAddress(building.standardAddress, unit.roomNo));
    const twin = first.get(key);
    if (twin === undefined) first.set(key, unit.roomNo);
    else
      found.push(
        finding(
          'twice',
          `units.${unit.roomNo}`,
          `${unit.roomNo} 与 ${twin} 是同一房屋`,
          `${unit.roomNo} and ${twin} are one unit`,
        ),
      );
  }
  const total = units.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  if (building.areaM2 > 0 && total > building.areaM2 + 0.01)
    found.push(
      finding(
        'area-more',
        'units',
        `单元面积合计 ${total.toFixed(2)} 平方米，超过房屋建筑面积 ${building.areaM2} 平方米`,
        `The units have ${total.toFixed(2)} m², the building ${building.areaM2} m²`,
      ),
    );
  return found;
};

function checkUnit(
  { roomNo, floor, excluded, maxSubjects, areaM2, groupCodes }: Unit,
  { floorsAbove, floorsBelow }: FilingBody['building'],
  { settings, carrierKind }: FilingContext,
): Finding[] {
  const found: Finding[] = [];
  const add = (code: string, zh: string, en: string) =>
    found.push(finding(code, `units.${roomNo}`, `${roomNo}：${zh}`, `${roomNo}: ${en}`));
  if (roomNo === '') add('no-room', '缺少房号', 'its number is missing');
  if (floor === 0 || floor > floorsAbove || floor < -floorsBelow)
    add('no-such-floor', `没有第${floor}层`, `there is no floor ${floor}`);
  if (excluded !== null) {
    if (maxSubjects > 0)
      add('excluded-offered', '不可登记部位的容纳数应为 0', 'a closed part holds nobody');
    return found;
  }
  if (areaM2 <= 0) add('no-area', '缺少面积', 'its area is missing');
  if (maxSubjects === 0) add('holds-none', '容纳数应至少为 1', 'it must hold one subject at least');
  checkGroup(groupCodes, settings, add);
  if (settings.unlimitedKinds.includes(carrierKind)) return found;
  if (maxSubjects > settings.maxSubjects)
    add(
      'too-many',
      `最多容纳 ${settings.maxSubjects} 个主体`,
      `it holds ${settings.maxSubjects} subjects at most`,
    );
  if (maxSubjects * settings.areaPerSubjectM2 > areaM2 && maxSubjects > 1)
    add(
      'too-small',
      `每个主体至少 ${settings.areaPerSubjectM2} 平方米`,
      `each subject needs ${settings.areaPerSubjectM2} m²`,
    );
  return found;
}

/** 同一控制人: subjects that are not counted, by their codes. */
function checkGroup(
  groupCodes: readonly string[],
  { maxGroupCodes }: SettingsBody,
  add: (code: string, zh: string, en: string) => void,
): void {
  const wrong = groupCodes.find((code) => !parseUscc(code).ok);
  if (wrong !== undefined)
    add('code-wrong', `统一社会信用代码 ${wrong} 不正确`, `${wrong} is no credit code`);
  if (groupCodes.length > maxGroupCodes)
    add(
      'group-too-large',
      `同一控制人的主体最多列 ${maxGroupCodes} 个`,
      `it names ${maxGroupCodes} subjects of one controller at most`,
    );
}

/** Whoever names subjects of one controller proves that they are, for the building or for these rooms. */
const checkControllers: Check = ({ units, proofs }) => {
  const isProved = (roomNo: string) =>
    proofs.some(
      ({ kind, rooms }) =>
        kind === 'same-controller' && (rooms.length === 0 || rooms.includes(roomNo)),
    );
  return units
    .filter(({ groupCodes, roomNo }) => groupCodes.length > 0 && !isProved(roomNo))
    .map(({ roomNo }) =>
      finding(
        'no-same-controller',
        `units.${roomNo}`,
        `${roomNo}：列有同一控制人的主体，缺少同一控制人证明`,
        `${roomNo}: it names subjects of one controller; the proof of it is missing`,
      ),
    );
};

const checks: readonly Check[] = [
  checkPlace,
  checkUse,
  checkRights,
  checkProofs,
  checkUnits,
  checkControllers,
];

/** Everything that keeps a paper from being filed, all at once. Pure: the page shows it while it is being written. */
export function checkFiling(body: FilingBody, context: FilingContext): Finding[] {
  return checks.flatMap((check) => check(body, context));
}

const earliest = (days: ReadonlyArray<Day | null>): Day | null =>
  days.flatMap((day) => day ?? []).toSorted()[0] ?? null;

/** Until when the building as a whole may be used: the first end of its proofs. */
export function filingValidUntil({ proofs }: Pick<FilingBody, 'proofs'>): Day | null {
  return earliest(
    proofs
      .filter(({ kind, rooms }) => RIGHTS.has(kind) && rooms.length === 0)
      .map((one) => one.validUntil),
  );
}

/** Until when a room may be used: the first end of what is about it or about the whole building. */
export function unitValidUntil({ proofs }: Pick<FilingBody, 'proofs'>, roomNo: string): Day | null {
  return earliest(
    proofs
      .filter(({ rooms }) => rooms.length === 0 || rooms.includes(roomNo))
      .filter(({ kind }) => RIGHTS.has(kind) || kind === 'change-of-use')
      .map((one) => one.validUntil),
  );
}
