import { expect, it } from 'vitest';

import type { ReplayStep } from '#modules/hall/queue/contract.ts';

import {
  everyHistoryIsWhole,
  everyRatingIsKept,
  everyVisitEnds,
  noTicketAtTwoWindows,
  noVisitIsLost,
  numbersAreUnique,
  reportsAgree,
} from './hall.ts';

const ticket = (number: string, more: object = {}) => ({
  id: `id-${number}`,
  number,
  siteId: 'hall',
  state: 'done' as const,
  finishKind: 'accepted' as const,
  ...more,
});

const STATES = {
  issued: 'waiting',
  called: 'called',
  recalled: 'called',
  started: 'serving',
  finished: 'done',
  missed: 'missed',
  held: 'held',
  resumed: 'serving',
} as const;

const step = (act: keyof typeof STATES, number: string, windowId: string | null): ReplayStep => ({
  at: '2024-03-18T01:00:00.000Z',
  act,
  number,
  businessId: null,
  windowId,
  windowState: null,
  state: STATES[act],
});

const visit = (number: string, windowId: string) => [
  step('issued', number, null),
  step('called', number, windowId),
  step('started', number, windowId),
  step('finished', number, windowId),
];
const stepsOf = (...steps: ReplayStep[]) => new Map([['hall', steps]]);
const quiet = stepsOf(...visit('A001', 'w1'), ...visit('A002', 'w1'));

it('finds a number that two tickets of a site carry', () => {
  const twice = [ticket('A001'), ticket('A001', { id: 'other' })];
  expect(numbersAreUnique({ tickets: twice }).violations).toHaveLength(1);
  const elsewhere = [ticket('A001'), ticket('A001', { siteId: 'town' })];
  expect(numbersAreUnique({ tickets: elsewhere }).violations).toEqual([]);
});

it('finds a visit that is gone, one that nobody drew, and an end that was forgotten', () => {
  const acknowledged = [
    { ticketId: 'id-A001', number: 'A001', siteId: 'hall', finish: 'accepted' },
    { ticketId: 'id-A002', number: 'A002', siteId: 'hall', finish: 'accepted' },
  ];
  expect(
    noVisitIsLost({ acknowledged, tickets: [ticket('A001'), ticket('A002')] }).violations,
  ).toEqual([]);
  const tickets = [ticket('A002', { state: 'serving', finishKind: null }), ticket('A009')];
  expect(noVisitIsLost({ acknowledged, tickets }).violations).toHaveLength(3);
});

it('finds a ticket that is open after the night', () => {
  expect(everyVisitEnds({ tickets: [ticket('A001')] }).violations).toEqual([]);
  const held = [ticket('A001', { state: 'held' })];
  expect(everyVisitEnds({ tickets: held }).violations).toHaveLength(1);
});

it('finds a ticket that two windows called, and a window with two tickets', () => {
  expect(noTicketAtTwoWindows({ steps: quiet }).violations).toEqual([]);
  const doubled = stepsOf(
    step('issued', 'A001', null),
    step('called', 'A001', 'w1'),
    step('called', 'A001', 'w2'),
  );
  expect(noTicketAtTwoWindows({ steps: doubled }).violations).toHaveLength(1);
  const both = stepsOf(step('called', 'A001', 'w1'), step('called', 'A002', 'w1'));
  expect(noTicketAtTwoWindows({ steps: both }).violations).toHaveLength(1);
  const back = stepsOf(
    step('called', 'A001', 'w1'),
    step('held', 'A001', 'w1'),
    step('called', 'A002', 'w1'),
    step('finished', 'A002', 'w1'),
    step('resumed', 'A001', 'w1'),
  );
  expect(noTicketAtTwoWindows({ steps: back }).violations).toEqual([]);
});

it('finds a step that its state forbids, and a row that says something else than its history', () => {
  const tickets = [ticket('A001'), ticket('A002')];
  expect(everyHistoryIsWhole({ steps: quiet, tickets }).violations).toEqual([]);
  const again = stepsOf(...visit('A001', 'w1'), step('started', 'A001', 'w1'));
  expect(
    everyHistoryIsWhole({ steps: again, tickets: [ticket('A001', { state: 'serving' })] })
      .violations,
  ).toHaveLength(1);
  const open = [ticket('A001', { state: 'waiting' }), ticket('A002')];
  expect(everyHistoryIsWhole({ steps: quiet, tickets: open }).violations).toHaveLength(1);
});

it('finds a report that counts something else than what happened', () => {
  const right = { issued: 2, served: 2, abandoned: 0 };
  expect(reportsAgree({ steps: quiet, report: right }).violations).toEqual([]);
  const wrong = { issued: 2, served: 1, abandoned: 1 };
  expect(reportsAgree({ steps: quiet, report: wrong }).violations).toHaveLength(2);
});

it('finds a rating that was lost, kept twice, or made of nothing', () => {
  const given = [{ ticketNo: 'A001', grade: 'satisfied' }];
  expect(everyRatingIsKept({ given, found: given }).violations).toEqual([]);
  expect(everyRatingIsKept({ given, found: [] }).violations).toHaveLength(1);
  expect(everyRatingIsKept({ given, found: [...given, ...given] }).violations).toHaveLength(1);
  expect(everyRatingIsKept({ given: [], found: given }).violations).toHaveLength(1);
});
