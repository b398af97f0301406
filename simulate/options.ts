import { parseArgs } from 'node:util';

import { isDay } from '#kernel/clock/day.ts';

export interface Options {
  readonly day: string;
  readonly visits: number;
  readonly centres: number;
  /** How much faster than real time; Infinity for as fast as the centre answers. */
  readonly speed: number;
  readonly seed: number;
  readonly chaos: boolean;
  /** With chaos: how many times something is killed. */
  readonly kills: number;
  /** Whether people look on: pages are served, and the centre stays open when the day is over. */
  readonly watch: boolean;
  /** Where the report goes. */
  readonly out: string;
}

export const USAGE = `npm run simulate -- --day 2024-03-18 --visits 5000 [--centres N] [--speed X|max] [--seed S] [--chaos [--kills N]] [--watch] [--out FOLDER]`;

/** A day in less than ten minutes: slow enough to see a person being called. */
const WATCHED_SPEED = '60';

/** What was asked for. Throws with a sentence for people. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      day: { type: 'string', default: '2024-03-18' },
      visits: { type: 'string', default: '1000' },
      centres: { type: 'string', default: '1' },
      speed: { type: 'string' },
      seed: { type: 'string', default: '20240318' },
      chaos: { type: 'boolean', default: false },
      kills: { type: 'string', default: '20' },
      watch: { type: 'boolean', default: false },
      out: { type: 'string', default: '.cache/simulate/report' },
    },
  });
  if (!isDay(values.day)) throw new RangeError(`--day ${values.day} is not a day; ${USAGE}`);
  const speed = values.speed ?? (values.watch ? WATCHED_SPEED : 'max');
  return {
    day: values.day,
    visits: readNumber('visits', values.visits, 1, 200_000),
    centres: readNumber('centres', values.centres, 1, 250),
    speed: speed === 'max' ? Infinity : readNumber('speed', speed, 1, 100_000),
    seed: readNumber('seed', values.seed, 0, 2 ** 31),
    chaos: values.chaos,
    kills: readNumber('kills', values.kills, 1, 1_000),
    watch: values.watch,
    out: values.out,
  };
}

function readNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(`--${name} ${text} is not a whole number from ${least} to ${most}`);
  return value;
}
