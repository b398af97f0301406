import {
  forecastWait,
  meanError,
  plainForecast,
} from '#modules/hall/queue/server/rules/forecast.ts';

/** How wrong two ways of forecasting were on the same made-up days, in minutes. */
export interface Errors {
  readonly ours: number;
  readonly plain: number;
}

/** A generator that gives the same numbers for the same seed (mulberry32). */
function createDraw(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const USUAL = 10;
const SAMPLES = 20;
const MINUTES = 480;

interface Waiting {
  readonly at: number;
  readonly ours: number;
  readonly plain: number;
}

/**
 * Days of a line: people come at a rate that rises and falls, services are lognormal and take longer or shorter
 * than usual as the day goes, windows open and close. Both forecasts are made when a ticket is drawn and held
 * against the wait that came of it.
 */
export function compareForecasts(seed: number, days: number): Errors {
  const draw = createDraw(seed);
  const ours: number[] = [];
  const plain: number[] = [];
  for (let day = 0; day < days; day += 1) {
    const factor = 0.6 + draw() * 0.9;
    for (const { real, waiting } of playDay(draw, factor)) {
      ours.push(waiting.ours - real);
      plain.push(waiting.plain - real);
    }
  }
  return { ours: meanError(ours) ?? 0, plain: meanError(plain) ?? 0 };
}

function playDay(draw: () => number, factor: number) {
  const line: Waiting[] = [];
  const served: Array<{ readonly real: number; readonly waiting: Waiting }> = [];
  const samples: number[] = [];
  let busy: Array<{ readonly since: number; readonly until: number }> = [];
  const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  for (let minute = 0; minute < MINUTES; minute += 0.25) {
    const drift = factor * (1 + 0.3 * Math.sin((minute / MINUTES) * 2 * Math.PI));
    const open = minute > 150 && minute < 210 ? 3 : 5;
    for (const one of busy) if (one.until <= minute) samples.unshift(one.until - one.since);
    busy = busy.filter((one) => one.until > minute);
    const rate =
      (open / (USUAL * drift)) * (0.75 + 0.45 * Math.sin((minute / MINUTES) * 3 * Math.PI));
    if (draw() < rate * 0.25) {
      const free = Math.max(0, open - busy.length);
      line.push({
        at: minute,
        ours: forecastWait({
          ahead: line.length,
          samples: samples.slice(0, SAMPLES),
          usual: USUAL,
          elapsed: busy.map((one) => minute - one.since),
          free,
          part: 1,
        }),
        plain: plainForecast(line.length, USUAL, open),
      });
    }
    while (busy.length < open) {
      const waiting = line.shift();
      if (waiting === undefined) break;
      served.push({ real: minute - waiting.at, waiting });
      const took = USUAL * drift * Math.exp(0.45 * normal() - 0.1);
      busy.push({ since: minute, until: minute + took });
    }
  }
  return served;
}
