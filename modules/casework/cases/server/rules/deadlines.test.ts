import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { publishedYears } from '#kernel/calendar/holidays/published.ts';
import { createWorkingCalendar } from '#kernel/calendar/working-days.ts';
import { addDays, type Day } from '#kernel/clock/day.ts';

import {
  type ClockFacts,
  type ClockTerms,
  DEFAULT_SETTINGS,
  type SpecialInterval,
  type Stage,
} from '../../contract.ts';
import { computeDeadlines, latestSupplement, proveDeadlines } from './deadlines.ts';

const calendar = createWorkingCalendar(publishedYears);

const facts = (more: Partial<ClockFacts> = {}): ClockFacts => ({
  receivedOn: null,
  receivedLate: false,
  answeredOn: null,
  correctionDueOn: null,
  acceptedOn: null,
  specials: [],
  extension: null,
  decidedOn: null,
  endedOn: null,
  ...more,
});

const terms = (more: Partial<ClockTerms> = {}): ClockTerms => ({
  statutory: { count: 20, unit: 'working-day' },
  promised: { count: 20, unit: 'working-day' },
  mostExtension: 10,
  isJoint: false,
  ...more,
});

const days = (count: number) => terms({ promised: { count, unit: 'working-day' } });

const special = (from: Day, to: Day | null, kind: SpecialInterval['kind'] = 'testing') => ({
  id: `${kind}-${from}`,
  kind,
  from,
  to,
});

interface Asked {
  readonly facts: ClockFacts;
  readonly terms?: ClockTerms;
  readonly stage?: Stage;
  readonly today?: Day;
}

const compute = ({ facts: of, terms: by = terms(), stage = 'decision', today }: Asked) =>
  computeDeadlines(
    { facts: of, terms: by, stage },
    calendar,
    today ?? of.acceptedOn ?? of.receivedOn ?? '2026-01-20',
    DEFAULT_SETTINGS,
  );

const dueOf = (asked: Asked, name = 'promised') =>
  compute(asked).limits.find((limit) => limit.name === name)?.dueOn;

describe('the day by which a case is decided', () => {
  it.each([
    ['2026-01-30', 20, '2026-03-05'],
    ['2026-02-10', 5, '2026-02-24'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 20, '2026-03-19'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-24', 3, '2026-09-30'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-04-30', 1, '2026-05-06'],
    ['2025-01-20', 5, '2025-01-26'],
    ['2025-09-26', 5, '2025-10-10'],
    ['2024-02-05', 5, '2024-02-18'],
    ['2024-09-12', 5, '2024-09-20'],
    ['2024-04-26', 3, '2024-04-30'],
  ])('accepted on %s with %i working days is %s', (acceptedOn, count, dueOn) => {
    expect(dueOf({ facts: facts({ acceptedOn }), terms: days(count) })).toBe(dueOn);
  });

  it('counts natural days, and gives the next working day when the last is a day off', () => {
    const natural = terms({ promised: { count: 10, unit: 'natural-day' } });
    expect(dueOf({ facts: facts({ acceptedOn: '2026-03-02' }), terms: natural })).toBe(
      '2026-03-12',
    );
    expect(dueOf({ facts: facts({ acceptedOn: '2026-03-04' }), terms: natural })).toBe(
      '2026-03-16',
    );
  });

  it('counts months to the same day, and an extension in days after it', () => {
    const monthly = terms({ promised: { count: 1, unit: 'month' } });
    expect(dueOf({ facts: facts({ acceptedOn: '2026-03-31' }), terms: monthly })).toBe(
      '2026-04-30',
    );
    const extension = { days: 5, on: '2026-04-20' };
    expect(dueOf({ facts: facts({ acceptedOn: '2026-03-10', extension }), terms: monthly })).toBe(
      '2026-04-15',
    );
  });

  it.each([
    ['in opening hours', '2026-03-10', false, '2026-03-10'],
    ['after closing time', '2026-03-10', true, '2026-03-11'],
    ['after closing on a Friday', '2026-03-13', true, '2026-03-16'],
    ['on a Saturday when the hall is open', '2026-03-14', false, '2026-03-16'],
    ['on a make-up Saturday', '2026-02-14', false, '2026-02-14'],
  ])('is for an on-the-spot matter received %s (%s)', (_, acceptedOn, receivedLate, dueOn) => {
    expect(dueOf({ facts: facts({ acceptedOn, receivedLate }), terms: days(0) })).toBe(dueOn);
  });

  it('is provisional while the notice of a year is not published', () => {
    const due = compute({ facts: facts({ acceptedOn: '2026-12-24' }) });
    expect(due.current?.provisional).toBe(true);
    expect(due.missingYears).toEqual([2027]);
    expect(compute({ facts: facts({ acceptedOn: '2026-11-02' }) }).current?.provisional).toBe(
      false,
    );
  });

  it('moves by an extension, the promised and the statutory day alike', () => {
    const extended = facts({ acceptedOn: '2026-03-02', extension: { days: 10, on: '2026-03-20' } });
    expect(dueOf({ facts: extended, terms: days(10) })).toBe('2026-03-30');
    expect(dueOf({ facts: extended, terms: days(10) }, 'statutory')).toBe('2026-04-14');
  });

  it('is 45 working days and 15 more where several authorities handle together', () => {
    const joint = terms({
      statutory: { count: 45, unit: 'working-day' },
      promised: { count: 45, unit: 'working-day' },
      isJoint: true,
      mostExtension: 15,
    });
    const of = facts({ acceptedOn: '2026-03-02' });
    const plain = dueOf({ facts: of, terms: joint }) ?? '';
    const longer = facts({ ...of, extension: { days: 15, on: '2026-04-01' } });
    const extended = dueOf({ facts: longer, terms: joint }) ?? '';
    expect(calendar.countWorkingDays('2026-03-02', plain)).toBe(45);
    expect(calendar.countWorkingDays('2026-03-02', extended)).toBe(60);
  });
});

describe('a special procedure', () => {
  it('that overlaps another is left out once', () => {
    const acceptedOn = '2026-03-02';
    // Working days 3 to 8 and 6 to 10 after the acceptance.
    const both = [
      special('2026-03-05', '2026-03-12', 'testing'),
      special('2026-03-10', '2026-03-16', 'expert-review'),
    ];
    const due = dueOf({ facts: facts({ acceptedOn, specials: both }) }) ?? '';
    const union = [special('2026-03-05', '2026-03-16')];
    expect(due).toBe(dueOf({ facts: facts({ acceptedOn, specials: union }) }));
    expect(calendar.countWorkingDays(acceptedOn, due)).toBe(20 + 8);
  });

  it('that still runs stops the clock and turns the light grey', () => {
    const of = facts({ acceptedOn: '2026-03-02', specials: [special('2026-03-04', null)] });
    const stopped = compute({ facts: of, today: '2026-05-20' });
    expect(stopped).toMatchObject({ isStopped: true, light: 'grey' });
    expect(stopped.remainingDays).toBe(19);
  });

  it('is shown day by day in the proof, with what covers each day', () => {
    const of = facts({
      acceptedOn: '2026-02-10',
      specials: [special('2026-02-11', '2026-02-12')],
    });
    const [, promised] = proveDeadlines(
      { facts: of, terms: days(3), stage: 'decision' },
      calendar,
      '2026-02-10',
    );
    expect(promised?.name).toBe('statutory');
    const [first] = proveDeadlines(
      { facts: of, terms: days(3), stage: 'decision' },
      calendar,
      '2026-02-10',
    );
    const shown = first?.steps.map(({ day, kind, ordinal }) => [day, kind, ordinal]);
    expect(shown?.slice(0, 5)).toEqual([
      ['2026-02-11', 'excluded', undefined],
      ['2026-02-12', 'excluded', undefined],
      ['2026-02-13', 'workday', 1],
      ['2026-02-14', 'make-up', 2],
      ['2026-02-15', 'holiday', undefined],
    ]);
    expect(first?.dueOn).toBe('2026-02-24');
  });

  const interval = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 15 }))
    .map(([offset, length]) =>
      special(addDays('2026-03-02', offset), addDays('2026-03-02', offset + length)),
    );

  it('adds exactly the working days inside it that were not left out before', () => {
    fc.assert(
      fc.property(
        fc.array(interval, { maxLength: 5 }),
        fc.integer({ min: 1, max: 60 }),
        (specials, count) => {
          const acceptedOn = '2026-03-02';
          const due = dueOf({ facts: facts({ acceptedOn, specials }), terms: days(count) }) ?? '';
          const covered = new Set<Day>();
          for (const { from, to } of specials)
            for (let day = from; day <= (to ?? ''); day = addDays(day, 1)) covered.add(day);
          let counted = 0;
          for (let day = addDays(acceptedOn, 1); day <= due; day = addDays(day, 1))
            if (calendar.isWorkingDay(day) && !covered.has(day)) counted += 1;
          expect(counted).toBe(count);
        },
      ),
    );
  });

  it('never brings the due day forward, in whatever order they are told', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 5 }), interval, (specials, one) => {
        const acceptedOn = '2026-03-02';
        const without = dueOf({ facts: facts({ acceptedOn, specials }) }) ?? '';
        const added = dueOf({ facts: facts({ acceptedOn, specials: [...specials, one] }) }) ?? '';
        const turned = dueOf({ facts: facts({ acceptedOn, specials: [one, ...specials] }) });
        expect(added >= without).toBe(true);
        expect(turned).toBe(added);
      }),
    );
  });

  it('more days promised are never due earlier', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 90 }),
        (offset, count) => {
          const of = facts({ acceptedOn: addDays('2024-06-03', offset) });
          const [one, more] = [count, count + 1].map((n) => dueOf({ facts: of, terms: days(n) }));
          expect((one ?? '') <= (more ?? '')).toBe(true);
        },
      ),
    );
  });
});

describe('the answer within five days', () => {
  const receivedOn = '2026-02-10';
  const noticed = (answeredOn: Day | null, today: Day) =>
    compute({ facts: facts({ receivedOn, answeredOn }), stage: 'notice', today });

  it('is due on the fifth working day and in time until its end', () => {
    expect(noticed(null, '2026-02-24').current).toMatchObject({
      dueOn: '2026-02-24',
      isMissed: false,
    });
    expect(noticed(null, '2026-02-25')).toMatchObject({
      light: 'dark-red',
      current: { isMissed: true },
    });
  });

  it('is met by the day it was told, whatever the day it is looked at', () => {
    const met = noticed('2026-02-24', '2026-06-01').limits[0];
    expect(met).toMatchObject({ metOn: '2026-02-24', isMissed: false });
  });
});

describe('the light', () => {
  const of = facts({ acceptedOn: '2026-03-02' });
  const light = (today: Day) => compute({ facts: of, terms: days(10), today }).light;

  it.each([
    ['2026-03-02', 'green'],
    ['2026-03-11', 'green'],
    ['2026-03-12', 'yellow'],
    ['2026-03-16', 'yellow'],
    ['2026-03-17', 'red'],
    ['2026-03-30', 'red'],
    ['2026-03-31', 'dark-red'],
  ])('on %s is %s', (today, colour) => {
    expect(light(today)).toBe(colour);
  });

  it('is grey while the applicant corrects, and when all is over', () => {
    const told = facts({ receivedOn: '2026-03-02', answeredOn: '2026-03-04' });
    expect(compute({ facts: told, stage: 'applicant', today: '2026-05-01' }).light).toBe('grey');
    expect(compute({ facts: of, stage: 'none', today: '2026-09-01' }).light).toBe('grey');
  });

  it('runs ten days from the decision to the delivery', () => {
    const decided = facts({ ...of, decidedOn: '2026-03-10' });
    const issue = compute({ facts: decided, stage: 'issue', today: '2026-03-10' });
    expect(issue.current).toMatchObject({ name: 'issue', dueOn: '2026-03-24' });
    expect(compute({ facts: decided, stage: 'issue', today: '2026-03-25' }).light).toBe('dark-red');
  });
});

describe('papers that follow', () => {
  it('come two working days before the promise, and within twenty', () => {
    expect(latestSupplement('2026-03-02', '2026-03-16', calendar, DEFAULT_SETTINGS)).toBe(
      '2026-03-12',
    );
    expect(latestSupplement('2026-03-02', '2026-06-30', calendar, DEFAULT_SETTINGS)).toBe(
      '2026-03-30',
    );
  });

  it('come by the promised day itself where the centre asks for no days before it', () => {
    const settings = { ...DEFAULT_SETTINGS, supplementBefore: 0 };
    expect(latestSupplement('2026-03-02', '2026-03-16', calendar, settings)).toBe('2026-03-16');
  });
});
