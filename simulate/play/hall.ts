import type { Chance } from '../chance.ts';
import type { Agenda } from '../day/agenda.ts';
import type { Line } from '../day/plan.ts';
import type { Centre } from './centre.ts';
import type { Ledger } from './ledger.ts';
import type { Catalogue } from './papers.ts';
import type { Requests, Who } from './requests.ts';

export const SECOND = 1_000;
export const MINUTE = 60_000;

/** The day as everybody in it sees it. */
export interface Scene {
  readonly centre: Centre;
  readonly requests: Requests;
  readonly agenda: Pick<Agenda, 'plan' | 'planAlone'>;
  readonly ledger: Ledger;
  /** The centre’s time. */
  readonly now: () => number;
  readonly chanceOf: (name: string) => Chance;
  /** What follows each other for a line’s sake, so that the day is the same each time. */
  readonly laneOf: (line: Line) => string;
  readonly hall: HallFloor;
  readonly catalogue: Catalogue;
  /** Midnight with which the day begins, in milliseconds since 1970. */
  readonly midnight: number;
  /** Evaluation pads by window. */
  readonly pads: ReadonlyMap<string, Who>;
}

/** Whoever stands at a window, as the floor sees them. */
export interface AtWindow {
  readonly lines: readonly Line[];
  readonly isAtWindow: boolean;
  lookUp(): void;
}

/** Who stands idle at a window and for which lines, as their screens show them that somebody has come. */
export class HallFloor {
  readonly #idle = new Map<string, AtWindow[]>();
  readonly clerks: AtWindow[] = [];

  standIdle(clerk: AtWindow): void {
    for (const line of clerk.lines) {
      const waiting = this.#idle.get(line.businessId) ?? [];
      if (!waiting.includes(clerk)) waiting.push(clerk);
      this.#idle.set(line.businessId, waiting);
    }
  }

  /** Somebody came into the line: the first who stands idle looks up. */
  ring(line: Line): void {
    const clerk = this.#idle.get(line.businessId)?.[0];
    if (clerk === undefined) return;
    this.leave(clerk);
    clerk.lookUp();
  }

  leave(clerk: AtWindow): void {
    for (const line of clerk.lines) {
      const waiting = this.#idle.get(line.businessId) ?? [];
      const at = waiting.indexOf(clerk);
      if (at >= 0) waiting.splice(at, 1);
    }
  }

  /** Whether a line has a window that takes people now. */
  isStaffed(line: Line): boolean {
    return this.clerks.some((clerk) => clerk.isAtWindow && clerk.lines.includes(line));
  }
}
