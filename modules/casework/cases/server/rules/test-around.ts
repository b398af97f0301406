import { publishedYears } from '#kernel/calendar/holidays/published.ts';
import { createWorkingCalendar } from '#kernel/calendar/working-days.ts';

import { type CasePaper, DEFAULT_SETTINGS, type Stage } from '../../contract.ts';
import type { Around } from './around.ts';
import { applyEntry, type CaseEntry, type CaseFile } from './case-file.ts';
import { computeDeadlines } from './deadlines.ts';

const calendar = createWorkingCalendar(publishedYears);

const FACTS = {
  receivedOn: '2026-03-02',
  receivedLate: false,
  answeredOn: null,
  correctionDueOn: null,
  acceptedOn: null,
  specials: [],
  extension: null,
  decidedOn: null,
  endedOn: null,
};

export const TERMS: CaseFile['terms'] = {
  statutory: { count: 20, unit: 'working-day' },
  promised: { count: 12, unit: 'working-day' },
  mostExtension: 10,
  isJoint: false,
  specials: [{ kind: 'testing', mostDays: 30 }],
  toleranceAllowed: true,
  supplementDays: 8,
  promiseAllowed: true,
  promiseExcluded: 'none',
  inspectWithinDays: 60,
  examiners: 2,
  siteCheck: false,
  informThirdParties: false,
  delivery: ['window'],
  licenceKind: null,
  resultName: { zh: '许可' },
  validMonths: null,
  itemKind: 'new',
  authority: { name: '局', creditCode: '' },
};

/** How the case of these tests began: received at the window on 2026-03-02. */
export const birth: CaseEntry = {
  seq: 1,
  at: '2026-03-02T01:00:00.000Z',
  act: 'receive-at-window',
  byKind: 'staff',
  byId: 'a',
  byName: '甲',
  from: null,
  to: 'received',
  changes: {
    caseNo: '1',
    queryCode: 'A',
    matterId: 'm',
    editionId: 'e',
    taskCode: 't',
    matterName: { zh: '事项' },
    itemKey: 'new',
    itemCode: 'c',
    itemName: { zh: '事项' },
    projectType: '2',
    departmentId: 'd',
    departmentCode: 'd',
    channel: 'window',
    partyId: 'p',
    terms: TERMS,
    facts: FACTS,
    submittedAt: '2026-03-02T01:00:00.000Z',
  },
  note: '',
  isPublic: true,
  detail: {},
};

/** All that a rule may look at: nothing beside the case unless given, on the day of its receipt. */
export function aroundOf(
  file: CaseFile,
  more: Partial<Around> = {},
  stage: Stage = 'notice',
): Around {
  const today = more.today ?? '2026-03-02';
  return {
    file,
    papers: [],
    formFaults: [],
    unanswered: [],
    siblings: [],
    children: [],
    opinions: [],
    deadlines: computeDeadlines(
      { facts: file.facts, terms: file.terms, stage },
      calendar,
      today,
      DEFAULT_SETTINGS,
    ),
    calendar,
    settings: DEFAULT_SETTINGS,
    today,
    actorId: 'b',
    ...more,
  };
}

export const received = applyEntry(undefined, 'id', birth);

/** A paper that the case asks for, in order unless told otherwise. */
export const aCasePaper = (more: Partial<CasePaper> = {}): CasePaper => ({
  key: 'report',
  name: { zh: '检测报告' },
  need: 'required',
  isMain: false,
  isDeferrable: true,
  state: 'accepted',
  source: 'paper',
  trust: 'B',
  fileIds: [],
  originals: 1,
  copies: 0,
  licenceId: null,
  fromCaseId: null,
  note: '',
  ...more,
});
