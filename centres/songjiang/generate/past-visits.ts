import { makeDice, type Dice } from './random.ts';
import { readTable, type Table } from './table.ts';

const visitColumns = [
  'siteCode',
  'day',
  'number',
  'businessCode',
  'issuedAt',
  'calledAt',
  'startedAt',
  'endedAt',
  'windowNumber',
  'outcome',
] as const;

const ratingColumns = [
  'siteCode',
  'day',
  'ticketNo',
  'minutesAfter',
  'channel',
  'grade',
  'options',
  'comment',
] as const;

const site = 'district-hall';

/** Working days before the story begins, at which the lines of the hall are shown. */
const days = [
  '2026-11-10',
  '2026-11-11',
  '2026-11-12',
  '2026-11-13',
  '2026-11-16',
  '2026-11-17',
  '2026-11-18',
  '2026-11-19',
  '2026-11-20',
] as const;

interface PastLine {
  readonly code: string;
  readonly letter: string;
  readonly minutes: number;
  readonly perDay: number;
  readonly windows: number;
}

const lines: readonly PastLine[] = [
  { code: 'enterprise', letter: 'A', minutes: 14, perDay: 26, windows: 3 },
  { code: 'social-affairs', letter: 'C', minutes: 12, perDay: 34, windows: 3 },
  { code: 'social-insurance', letter: 'D', minutes: 9, perDay: 24, windows: 2 },
  { code: 'real-estate', letter: 'E', minutes: 20, perDay: 15, windows: 2 },
  { code: 'issue', letter: 'L', minutes: 4, perDay: 20, windows: 1 },
];

const OPENS = 9 * 60;
const LAST_TICKET = 16 * 60 + 15;

type Visit = Record<(typeof visitColumns)[number], string>;

/** 历史到访: what a week and a half in the hall looked like, made up and repeatable. */
export function makePastVisits(): Table<(typeof visitColumns)[number]> {
  return { columns: visitColumns, rows: listVisits() };
}

function listVisits(): Visit[] {
  const windows = readTable('queue/window-services.csv', ['siteCode', 'windowNumber', 'mainCodes']);
  return days.flatMap((day) =>
    lines.flatMap((line) => {
      const own = windows
        .filter((one) => one.siteCode === site && one.mainCodes.split('|').includes(line.code))
        .map((one) => one.windowNumber)
        .slice(0, line.windows);
      return makeLine(makeDice(`visits ${day} ${line.code}`), day, line, own);
    }),
  );
}

/** One line on one day: whoever came first goes to the window that is free first. */
function makeLine(dice: Dice, day: string, line: PastLine, windows: readonly string[]): Visit[] {
  const count = Math.round(line.perDay * (0.8 + dice.between(0, 40) / 100));
  const arrivals = Array.from({ length: count }, () => arrival(dice)).toSorted((a, b) => a - b);
  const free = new Map(windows.map((window) => [window, OPENS]));
  return arrivals.map((issued, at) => {
    const number = `${line.letter}${String(at + 1).padStart(3, '0')}`;
    const common = {
      siteCode: site,
      day,
      number,
      businessCode: line.code,
      issuedAt: clock(issued),
    };
    const [window, freeAt] = [...free].toSorted((a, b) => a[1] - b[1])[0] ?? ['', OPENS];
    const called = Math.max(issued + 1, freeAt);
    if (dice.chance(0.03))
      return {
        ...common,
        calledAt: '',
        startedAt: '',
        endedAt: clock(Math.min(called, issued + 12)),
        windowNumber: '',
        outcome: 'left',
      };
    if (dice.chance(0.03)) {
      free.set(window, called + 2);
      return {
        ...common,
        calledAt: clock(called),
        startedAt: '',
        endedAt: clock(called + 2),
        windowNumber: window,
        outcome: 'missed',
      };
    }
    const took = Math.max(2, Math.round(line.minutes * (0.5 + dice.between(0, 110) / 100)));
    const ended = called + 1 + took;
    free.set(window, ended + 1);
    return {
      ...common,
      calledAt: clock(called),
      startedAt: clock(called + 1),
      endedAt: clock(ended),
      windowNumber: window,
      outcome: dice.pickWeighted([
        [line.code === 'issue' ? 'collected' : 'accepted', 70],
        ['consulted', 18],
        ['other', 5],
        ['refused', 4],
        ['wrong-business', 3],
      ]),
    };
  });
}

/** Most people come in the middle of the morning, and again after lunch. */
function arrival(dice: Dice): number {
  const peak = dice.pickWeighted([
    [10 * 60, 5],
    [14 * 60 + 15, 3],
    [undefined, 3],
  ] as const);
  if (peak === undefined) return dice.between(OPENS, LAST_TICKET);
  const around = peak + Math.round((dice.between(-60, 60) + dice.between(-60, 60)) / 2);
  return Math.min(LAST_TICKET, Math.max(OPENS, around));
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const reasons: Readonly<Record<string, readonly string[]>> = {
  'very-satisfied': ['510', '516', '517', '513', '510|517', '517'],
  satisfied: ['411', '408', '413', '411|413'],
  'basically-satisfied': ['309', '314', '311'],
  dissatisfied: ['213', '214', '209'],
  'very-dissatisfied': ['113', '115'],
};

const words: Readonly<Record<string, readonly string[]>> = {
  'very-satisfied': ['', '', '', '窗口耐心，一次办完', '排队不久，办得快'],
  satisfied: ['', '', '材料清单写得清楚'],
  'basically-satisfied': ['', '等候时间偏长'],
  dissatisfied: ['等了四十多分钟才叫到', '窗口对新规定不熟'],
  'very-dissatisfied': ['跑了两个窗口才办成'],
};

/** 历史评价: made up, as its comment says wherever somebody reads it. */
export function makePastRatings(): Table<(typeof ratingColumns)[number]> {
  const rows = listVisits()
    .filter(({ outcome }) => outcome !== 'left' && outcome !== 'missed')
    .flatMap((visit) => {
      const dice = makeDice(`rating ${visit.day} ${visit.number}`);
      if (!dice.chance(0.42)) return [];
      const grade = dice.pickWeighted([
        ['very-satisfied', 800],
        ['satisfied', 150],
        ['basically-satisfied', 34],
        ['dissatisfied', 12],
        ['very-dissatisfied', 4],
      ] as const);
      const said = dice.pick(words[grade] ?? ['']);
      const channel = dice.pickWeighted([
        ['pad', 70],
        ['phone-link', 15],
        ['window-qr', 10],
        ['online', 5],
      ] as const);
      return [
        {
          siteCode: visit.siteCode,
          day: visit.day,
          ticketNo: visit.number,
          minutesAfter: channel === 'pad' ? 0 : dice.between(3, 600),
          channel,
          grade,
          options: dice.pick(reasons[grade] ?? ['']),
          comment: said === '' ? '（演示）' : `${said}（演示）`,
        },
      ];
    });
  return { columns: ratingColumns, rows };
}
