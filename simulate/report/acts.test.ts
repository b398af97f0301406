import { expect, it } from 'vitest';

import { HABITS } from '../day/habits.ts';
import { type Line, planDay } from '../day/plan.ts';
import { Ledger } from '../play/ledger.ts';
import { toActs } from './acts.ts';

const line: Line = {
  siteId: 'id-of-hall',
  siteCode: 'hall',
  isDistrict: true,
  businessId: 'id-of-line',
  code: 'enterprise',
  letter: 'A',
  isRealName: false,
  departmentCodes: [],
  usualMinutes: 10,
  windowIds: ['w1'],
  helperIds: [],
  open: [[540, 690]],
};
const MIDNIGHT = Date.parse('2024-03-17T16:00:00.000Z');

function playAgain(ticketId: string, { seed = 1, finish = 'accepted', calledAfter = 60_000 } = {}) {
  const plan = planDay([line], { visits: 3, seed, habits: HABITS });
  const ledger = new Ledger();
  const [visit] = plan.visits;
  if (visit === undefined) throw new Error('nobody comes');
  const at = MIDNIGHT + visit.arrivesAt * 60_000;
  const slip = { ticketId, number: 'A001', link: '/t/x', forecastMinutes: 3 };
  const guest = ledger.welcome(visit, slip, at);
  guest.calledAt = at + calledAfter;
  ledger.finished.set(ticketId, finish);
  return toActs([{ plan, ledger }], MIDNIGHT);
}

it('is the same for the same day, under whatever identities', () => {
  expect(playAgain('one')).toEqual(playAgain('other'));
});

it('differs with another plan, another end of a visit, and another moment of a call', () => {
  const first = playAgain('one');
  expect(playAgain('one', { seed: 2 }).plan).not.toBe(first.plan);
  expect(playAgain('one', { finish: 'refused' })).toMatchObject({ plan: first.plan });
  expect(playAgain('one', { finish: 'refused' }).acts).not.toBe(first.acts);
  expect(playAgain('one', { calledAfter: 65_000 }).acts).not.toBe(first.acts);
});
