import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  CheckPoint,
  checkFiling,
  DEFAULT_SETTINGS,
  FilingAct,
  type FilingBody,
  listRefusals,
  Stage,
  Standing,
  transitions,
  type UseQuestion,
} from '../../contract.ts';
import { type Around, decideAct, isLawful, listChangedPoints, type Typed } from './decide-act.ts';

const TODAY = '2026-01-20';

const UNIT: FilingBody['units'][number] = {
  id: null,
  floor: 3,
  roomNo: '301',
  areaM2: 80,
  maxSubjects: 2,
  excluded: null,
  groupCodes: [],
};

const BODY: FilingBody = {
  building: {
    name: 'A座',
    standardAddress: '演示东路188号1幢',
    propertyCertNo: '沪2020',
    ownerName: '业主公司',
    ownerNumber: '',
    ownerKind: 'firm',
    useType: 'office',
    areaM2: 1000,
    floorsAbove: 5,
    floorsBelow: 1,
    isIllegal: false,
  },
  units: [UNIT],
  proofs: [
    proof({ kind: 'title', validUntil: null }),
    proof({ kind: 'lease', validFrom: '2025-01-01', validUntil: '2027-12-31' }),
  ],
};

function proof(more: Partial<FilingBody['proofs'][number]>): FilingBody['proofs'][number] {
  return {
    kind: 'title',
    number: 'N1',
    validFrom: '2020-01-01',
    validUntil: null,
    rooms: [],
    fileId: null,
    fileName: 'a.pdf',
    hash: 'ab',
    source: 'upload',
    ...more,
  };
}

const CONTEXT = {
  carrierKind: 'office-building',
  operatorName: '运营公司',
  town: '310117004',
  district: '310117',
  today: TODAY,
  settings: DEFAULT_SETTINGS,
} as const;

const codes = (body: FilingBody, context: Parameters<typeof checkFiling>[1] = CONTEXT) =>
  checkFiling(body, context).map(({ code }) => code);

const withBuilding = (more: Partial<FilingBody['building']>): FilingBody => ({
  ...BODY,
  building: { ...BODY.building, ...more },
});
const withUnit = (more: Partial<FilingBody['units'][number]>): FilingBody => ({
  ...BODY,
  units: BODY.units.map((unit) => ({ ...unit, ...more })),
});

describe('what is to be filed', () => {
  it('is in order', () => expect(codes(BODY)).toEqual([]));
  it('lies in the district', () =>
    expect(codes(BODY, { ...CONTEXT, town: '310115001' })).toEqual(['outside']));
  it('has a number on its door', () =>
    expect(codes(withBuilding({ standardAddress: '演示东路' }))).toContain('no-number'));
  it('is built lawfully', () =>
    expect(codes(withBuilding({ isIllegal: true }))).toEqual(['illegal-building']));
  it('needs two more papers when it is a dwelling', () =>
    expect(codes(withBuilding({ useType: 'residential' }))).toEqual([
      'no-change-of-use',
      'no-committee-consent',
    ]));
  it('needs the vote of the owners when it is a clubhouse', () =>
    expect(codes(withBuilding({ useType: 'clubhouse' }))).toEqual(['no-committee-consent']));
  it('has a title, and an authority unless the operator owns it', () => {
    expect(codes({ ...BODY, proofs: [] })).toEqual(['no-title', 'no-authority']);
    const own = { ...withBuilding({ ownerName: '运营公司' }), proofs: BODY.proofs.slice(0, 1) };
    expect(codes(own)).toEqual([]);
  });
  it('has proofs with files that are valid today', () => {
    const of = (more: Partial<FilingBody['proofs'][number]>) =>
      codes({ ...BODY, proofs: [...BODY.proofs.slice(0, 1), proof({ kind: 'lease', ...more })] });
    expect(of({ validFrom: '2025-01-01', validUntil: '2026-01-19' })).toEqual(['over']);
    expect(of({ validFrom: '2026-02-01', validUntil: '2027-01-31' })).toEqual(['not-yet']);
    expect(of({ validFrom: '2025-12-01', validUntil: '2026-03-31' })).toEqual(['lease-short']);
    expect(of({ validFrom: '2025-10-01', validUntil: '2026-03-31' })).toEqual([]);
    expect(of({ hash: '' })).toEqual(['no-file']);
    expect(of({ rooms: ['999'] })).toContain('room-unknown');
  });
  it('offers no closed part, no floor that is not there, and no more subjects than fit', () => {
    expect(codes(withUnit({ excluded: 'refuge-floor' }))).toEqual(['excluded-offered']);
    expect(codes(withUnit({ floor: 9 }))).toEqual(['no-such-floor']);
    expect(codes(withUnit({ maxSubjects: 6, areaM2: 500 }))).toEqual(['too-many']);
    expect(codes(withUnit({ maxSubjects: 5, areaM2: 30 }))).toEqual(['too-small']);
    expect(codes(withUnit({ areaM2: 1001 }))).toEqual(['area-more']);
  });

  it('asks for a proof of the controller where subjects are not to be counted, and for no more than may be named', () => {
    const group = withUnit({ groupCodes: ['91310117MA1T10019N', '91310117MA1T10027H'] });
    expect(codes(group)).toEqual(['no-same-controller']);
    const proved = (rooms: string[]) => ({
      ...group,
      proofs: [...group.proofs, proof({ kind: 'same-controller', rooms })],
    });
    expect(codes(proved([]))).toEqual([]);
    expect(codes(proved(['301']))).toEqual([]);
    const one = { ...CONTEXT, settings: { ...DEFAULT_SETTINGS, maxGroupCodes: 1 } };
    expect(checkFiling(proved([]), one).map(({ code }) => code)).toEqual(['group-too-large']);
  });
  it('names no unit twice, however it is written', () => {
    const units = ['301', '３０１室', '0301'].map((roomNo) => ({ ...UNIT, roomNo }));
    expect(codes({ ...BODY, units })).toEqual(['twice', 'twice']);
  });
});

const AROUND: Around = {
  stage: 'draft',
  standing: 'none',
  number: '',
  validUntil: '2027-12-31',
  returns: [],
  townCheckedBy: '',
  body: BODY,
  findings: [],
  taken: undefined,
  actorId: 'me',
  today: TODAY,
  settings: DEFAULT_SETTINGS,
};

function refusalOf(act: FilingAct, around: Partial<Around>, typed: Typed = {}): string | undefined {
  try {
    decideAct(act, { ...AROUND, ...around }, typed);
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.kind.code;
    throw error;
  }
}

describe('the state machine of a filing', () => {
  it('leads where its table says, and nowhere else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FilingAct.options),
        fc.constantFrom(...Stage.options),
        fc.constantFrom(...Standing.options),
        (act, stage, standing) => {
          const { stages, standings } = transitions[act];
          const lawful = stages.includes(stage) && standings.includes(standing);
          expect(isLawful(act, { stage, standing })).toBe(lawful);
          if (!lawful) expect(refusalOf(act, { stage, standing })).toBe('premises/not-in-state');
        },
      ),
    );
  });
  it('leads nowhere from what was revoked', () => {
    const acts = FilingAct.options.filter((act) =>
      Stage.options.some((stage) => isLawful(act, { stage, standing: 'revoked' })),
    );
    expect(acts).toEqual([]);
  });
  it('takes nothing in that is not complete, or that stands elsewhere', () => {
    const finding = {
      code: 'x',
      isBlocking: true,
      place: '',
      message: { 'zh-CN': '缺', en: 'no' },
    };
    expect(refusalOf('submit', { findings: [finding] })).toBe('premises/incomplete');
    expect(refusalOf('submit', { findings: [{ ...finding, isBlocking: false }] })).toBeUndefined();
    expect(refusalOf('submit', { taken: { address: 'a', number: 'n' } })).toBe(
      'premises/address-taken',
    );
  });
  it('is passed on only with every point looked at', () => {
    const stage = 'town-check';
    expect(refusalOf('pass', { stage }, { points: ['address'] })).toBe('premises/points-unchecked');
    expect(refusalOf('pass', { stage }, { points: CheckPoint.options })).toBeUndefined();
  });
  it('is returned once with all reasons: later only what was named or was changed since', () => {
    const stage = 'town-check';
    const reason = (point: CheckPoint) => ({ reasons: [{ point, text: '不符' }] });
    expect(refusalOf('return', { stage })).toBe('premises/reason-missing');
    expect(refusalOf('return', { stage }, reason('use'))).toBeUndefined();
    const returns: Around['returns'] = [
      { at: '', byName: '', stage, reasons: [{ point: 'use', text: '不符' }], changed: ['title'] },
    ];
    expect(refusalOf('return', { stage, returns }, reason('use'))).toBeUndefined();
    expect(refusalOf('return', { stage, returns }, reason('title'))).toBeUndefined();
    expect(refusalOf('return', { stage, returns }, reason('site'))).toBe('premises/told-before');
  });
  it('is not filed by whoever checked it, nor with a proof that ended', () => {
    const stage = 'regulator-check';
    expect(refusalOf('file', { stage, townCheckedBy: 'me' })).toBe('premises/same-hand');
    expect(refusalOf('file', { stage, townCheckedBy: 'you' })).toBeUndefined();
    const body = { ...BODY, proofs: [proof({ validUntil: '2026-01-19' })] };
    expect(refusalOf('file', { stage, body })).toBe('premises/proof-over');
  });
  it('is renewed near its end or after it, and expires only then', () => {
    const filed = { stage: 'none', standing: 'filed' } as const;
    expect(refusalOf('begin-renewal', filed)).toBe('premises/not-in-renewal');
    expect(refusalOf('begin-renewal', { ...filed, validUntil: '2026-03-21' })).toBeUndefined();
    expect(refusalOf('begin-renewal', { ...filed, standing: 'expired' })).toBeUndefined();
    expect(refusalOf('expire', { ...filed, validUntil: TODAY })).toBe('premises/not-over');
    expect(refusalOf('expire', { ...filed, validUntil: '2026-01-19' })).toBeUndefined();
    const stopped = { standing: 'suspended', validUntil: '2026-01-19' } as const;
    expect(refusalOf('resume', stopped, { reason: '已解决' })).toBe('premises/is-over');
  });
  it('names the points that a change touches', () => {
    expect(listChangedPoints(BODY, withBuilding({ useType: 'commercial' }))).toEqual(['use']);
    expect(listChangedPoints(BODY, BODY)).toEqual([]);
  });
});

const QUESTION: UseQuestion = {
  carrierKind: 'office-building',
  standing: 'filed',
  standingReason: '产权争议',
  unit: {
    isCurrent: true,
    isSuspended: false,
    reason: '',
    excluded: null,
    maxSubjects: 2,
    validUntil: '2027-12-31',
    useType: 'office',
    groupCodes: [],
    filedVersion: 2,
  },
  takers: [],
  asks: {
    role: 'seat',
    creditCode: '',
    name: '新公司',
    applicantCode: '',
    isSoleTrader: false,
    scope: '软件开发',
    version: 2,
  },
  today: TODAY,
  settings: DEFAULT_SETTINGS,
};

const refused = (more: Partial<UseQuestion>) =>
  listRefusals({ ...QUESTION, ...more }).map(({ code }) => code);
const taker = (name: string, creditCode = '') => ({ name, creditCode });

describe('the use of a unit', () => {
  it('is open to anybody while it is filed', () => expect(refused({})).toEqual([]));
  it('is stopped with the filing or the unit, and after its end', () => {
    expect(refused({ standing: 'suspended' })).toEqual(['suspended']);
    expect(refused({ standing: 'revoked' })).toEqual(['revoked']);
    expect(refused({ standing: 'expired' })).toEqual(['expired']);
    expect(refused({ unit: { ...QUESTION.unit, isSuspended: true } })).toEqual(['unit-suspended']);
    expect(refused({ unit: { ...QUESTION.unit, validUntil: '2026-01-19' } })).toEqual(['expired']);
    expect(refused({ unit: { ...QUESTION.unit, isCurrent: false } })).toEqual(['gone']);
    expect(refused({ unit: { ...QUESTION.unit, excluded: 'refuge-floor' } })).toEqual(['excluded']);
  });
  it('refuses the third where two fit, but at a cluster address', () => {
    const takers = [taker('甲'), taker('乙')];
    expect(refused({ takers })).toEqual(['full']);
    expect(refused({ takers: takers.slice(1) })).toEqual([]);
    expect(refused({ takers, carrierKind: 'cluster' })).toEqual([]);
  });
  it('does not count subjects of one controller, nor whoever is there already', () => {
    const unit = { ...QUESTION.unit, groupCodes: ['G1', 'G2'] };
    const takers = [taker('甲', 'G1'), taker('乙', 'G2')];
    expect(refused({ unit, takers })).toEqual([]);
    const full = [taker('甲'), taker('乙')];
    expect(refused({ unit, takers: full, asks: { ...QUESTION.asks, creditCode: 'G1' } })).toEqual(
      [],
    );
    expect(refused({ takers: full, asks: { ...QUESTION.asks, name: '甲' } })).toEqual([]);
  });
  it('keeps sensitive trades out of cluster addresses and dwellings', () => {
    const asks = { ...QUESTION.asks, scope: '餐饮服务；软件开发' };
    expect(refused({ asks })).toEqual([]);
    expect(refused({ asks, carrierKind: 'cluster' })).toEqual(['unfit-trade']);
    expect(refused({ asks, unit: { ...QUESTION.unit, useType: 'residential' } })).toEqual([
      'unfit-trade',
    ]);
  });
  it('tells who saw an older version to choose again', () =>
    expect(refused({ asks: { ...QUESTION.asks, version: 1 } })).toEqual(['changed-since']));
  it('never lets more in than the limit says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 8 }), (max, come) => {
        const unit = { ...QUESTION.unit, maxSubjects: max };
        const takers: Array<ReturnType<typeof taker>> = [];
        for (let at = 0; at < come; at += 1) {
          const asks = { ...QUESTION.asks, name: `公司${at}` };
          if (refused({ unit, takers, asks }).length === 0) takers.push(taker(`公司${at}`));
        }
        expect(takers).toHaveLength(Math.min(max, come));
      }),
    );
  });
  it('for sole traders only is refused to firms', () =>
    expect(refused({ carrierKind: 'household-cluster' })).toEqual(['sole-traders-only']));
});
