import { routes as queue } from '#modules/hall/queue/contract.ts';

import type { Chance } from '../chance.ts';
import type { Line, Staffing } from '../day/plan.ts';
import type { Posing } from '../posing.ts';
import { collectResult, receiveCase } from './casework.ts';
import { MINUTE, type Scene, SECOND } from './hall.ts';
import { askForRating } from './rating.ts';
import type { Guest } from './records.ts';

/** Seconds between two calls of one ticket, a little more than the hall demands. */
const RECALL_SECONDS = 25;
const CALLS = 3;
/** After closing time those who wait are still served, for so long. */
const LUNCH_GRACE_MINUTES = 35;
const EVENING_GRACE_MINUTES = 90;

/** Whoever stands at a window: signs in, calls, serves, pauses, and goes home when nobody waits. */
export class Clerk {
  readonly windowId: string;
  readonly lines: readonly Line[];
  readonly #scene: Scene;
  readonly #who: Posing;
  readonly #lane: string;
  readonly #chance: Chance;
  /** On hold at this window, ready to go on. */
  readonly #back: Guest[] = [];
  /** Missed, and here after all. */
  readonly #late: Guest[] = [];
  isAtWindow = false;
  #isBusy = false;
  #closesAt = 0;
  #graceMinutes = LUNCH_GRACE_MINUTES;
  #pauseMinutes = 0;
  #onHold = 0;

  constructor(scene: Scene, { windowId, lines }: Staffing) {
    this.#scene = scene;
    this.windowId = windowId;
    this.lines = lines;
    this.#who = scene.centre.pose('window-clerk', { level: 'window', id: windowId }, '窗口人员');
    this.#lane = scene.laneOf(lines[0] ?? never());
    const place = `${lines[0]?.siteCode ?? ''}/${scene.centre.windowNumbers.get(windowId) ?? ''}`;
    this.#chance = scene.chanceOf(`clerk ${place}`);
  }

  /** Plans the day: in before each opening, a break, out when the line is empty after closing. */
  plan({ pause, lines }: Staffing, midnight: number): void {
    const open = lines[0]?.open ?? [];
    for (const [index, [from, to]] of open.entries()) {
      const grace = index === open.length - 1 ? EVENING_GRACE_MINUTES : LUNCH_GRACE_MINUTES;
      const early = this.#chance.between(1, 4);
      this.#at(midnight + (from - early) * MINUTE, () =>
        this.#begin(midnight + to * MINUTE, grace),
      );
      this.#at(midnight + (to + 0.1) * MINUTE, async () => this.lookUp());
    }
    if (pause === undefined) return;
    this.#at(midnight + pause.at * MINUTE, async () => {
      this.#pauseMinutes = pause.minutes;
      this.lookUp();
    });
  }

  /** Something is there to see: who stands idle does the next thing. */
  lookUp(): void {
    if (!this.isAtWindow || this.#isBusy) return;
    this.#scene.hall.leave(this);
    this.#isBusy = true;
    this.#in(this.#chance.between(3, 12), () => this.#next());
  }

  async #begin(closesAt: number, graceMinutes: number): Promise<void> {
    this.#closesAt = closesAt;
    this.#graceMinutes = graceMinutes;
    if (this.isAtWindow) return this.lookUp();
    const params = { id: this.windowId };
    await this.#scene.requests.must(queue.signIn, this.#who, { params });
    this.isAtWindow = true;
    this.#isBusy = true;
    this.#in(this.#chance.between(20, 90), () => this.#next());
  }

  /** What comes next: the break, somebody who was on hold, the line, or nothing. */
  async #next(): Promise<void> {
    const now = this.#scene.now();
    if (now > this.#closesAt + this.#graceMinutes * MINUTE) return this.#leave();
    if (this.#pauseMinutes > 0) return this.#pause();
    const late = this.#late.shift();
    if (late !== undefined) await this.#act(queue.requeue, late, ['queue/refused-state']);
    const held = this.#back.shift();
    if (held !== undefined) return this.#goOn(held);
    return this.#call();
  }

  async #call(): Promise<void> {
    const { requests, ledger, hall } = this.#scene;
    const answer = await requests.send(queue.callNext, this.#who, {
      params: { id: this.windowId },
      mayFail: ['queue/nobody-waits'],
    });
    if (!answer.ok) {
      if (this.#scene.now() >= this.#closesAt && this.#onHold === 0) return this.#leave();
      this.#isBusy = false;
      hall.standIdle(this);
      return undefined;
    }
    const guest = ledger.guests.get(answer.body.ticket.id);
    if (guest === undefined) throw new Error(`Nobody holds ${answer.body.ticket.number}`);
    guest.calledAt ??= this.#scene.now();
    this.#expect(guest, 1);
    return undefined;
  }

  /** Waits for whoever was called for the nth time. */
  #expect(guest: Guest, calls: number): void {
    const hears = guest.wasMissed ? 1 : guest.visit.hearsCall;
    if (!guest.isGone && hears <= calls) {
      this.#in(guest.visit.walkSeconds, () => this.#serve(guest));
      return;
    }
    this.#in(RECALL_SECONDS, async () => {
      if (calls < CALLS) {
        await this.#act(queue.recall, guest);
        this.#expect(guest, calls + 1);
        return;
      }
      await this.#act(queue.miss, guest, [], { reason: '三次叫号未到' });
      if (guest.isGone) guest.endedAt = this.#scene.now();
      else {
        guest.wasMissed = true;
        this.#in(this.#chance.between(120, 500), async () => {
          this.#late.push(guest);
          this.lookUp();
        });
      }
      this.#in(5, () => this.#next());
    });
  }

  async #serve(guest: Guest): Promise<void> {
    await this.#act(queue.start, guest);
    const { serviceSeconds } = guest.visit;
    const { turn } = guest;
    guest.turn = 'none';
    if (turn === 'none') this.#endIn(serviceSeconds, guest);
    else if (turn === 'hold') this.#in(serviceSeconds / 3, () => this.#hold(guest));
    else this.#inAlone(serviceSeconds / 3, () => this.#transfer(guest));
  }

  async #hold(guest: Guest): Promise<void> {
    await this.#act(queue.hold, guest, [], { reason: '去复印材料' });
    this.#onHold += 1;
    this.#in(this.#chance.between(240, 900), async () => {
      this.#back.push(guest);
      this.lookUp();
    });
    this.#in(5, () => this.#next());
  }

  async #goOn(guest: Guest): Promise<void> {
    this.#onHold -= 1;
    await this.#act(queue.resumeHeld, guest);
    this.#endIn((guest.visit.serviceSeconds * 2) / 3, guest);
  }

  async #transfer(guest: Guest): Promise<void> {
    const others = this.#scene.centre.lines.filter(
      (line) =>
        line.siteId === guest.visit.line.siteId &&
        !this.lines.includes(line) &&
        !line.isRealName &&
        this.#scene.hall.isStaffed(line),
    );
    const to = others[this.#chance.below(Math.max(1, others.length))];
    if (to === undefined) {
      this.#endIn((guest.visit.serviceSeconds * 2) / 3, guest);
      return;
    }
    const body = { businessId: to.businessId, reason: '应到该窗口办理' };
    await this.#act(queue.transfer, guest, [], body);
    this.#scene.hall.ring(to);
    this.#in(5, () => this.#next());
  }

  async #finish(guest: Guest): Promise<void> {
    const kind = guest.visit.finish;
    if (kind === 'accepted') await receiveCase(this.#scene, guest, this.#who);
    if (kind === 'collected') await collectResult(this.#scene, guest.visit.line.siteId);
    await this.#act(queue.finish, guest, [], { kind });
    guest.endedAt = this.#scene.now();
    this.#scene.ledger.finished.set(guest.ticketId, kind);
    askForRating(this.#scene, guest, this.windowId);
    this.#in(this.#chance.between(8, 40), () => this.#next());
  }

  async #pause(): Promise<void> {
    const minutes = this.#pauseMinutes;
    this.#pauseMinutes = 0;
    const params = { id: this.windowId };
    await this.#scene.requests.must(queue.pause, this.#who, {
      params,
      body: { reason: '短暂休息', minutes },
    });
    this.#in(minutes * 60, async () => {
      await this.#scene.requests.must(queue.resume, this.#who, { params });
      await this.#next();
    });
  }

  async #leave(): Promise<void> {
    this.#scene.hall.leave(this);
    this.isAtWindow = false;
    this.#isBusy = false;
    this.#pauseMinutes = 0;
    await this.#scene.requests.must(queue.signOut, this.#who, { params: { id: this.windowId } });
  }

  async #act(
    contract: (typeof queue)[
      | 'start'
      | 'finish'
      | 'miss'
      | 'hold'
      | 'transfer'
      | 'requeue'
      | 'recall'
      | 'resumeHeld'],
    guest: Guest,
    mayFail: readonly string[] = [],
    body?: object,
  ): Promise<void> {
    const request = { params: { id: guest.ticketId }, mayFail };
    const asked = body === undefined ? request : { ...request, body: body as never };
    const { requests } = this.#scene;
    if (mayFail.length > 0) await requests.send(contract, this.#who, asked);
    else await requests.must(contract, this.#who, asked);
  }

  #in(seconds: number, act: () => Promise<void>): void {
    this.#at(this.#scene.now() + seconds * SECOND, act);
  }

  /** Results are collected from one shelf of the site. */
  #endIn(seconds: number, guest: Guest): void {
    const end = () => this.#finish(guest);
    if (guest.visit.finish === 'collected') this.#inAlone(seconds, end);
    else this.#in(seconds, end);
  }

  #inAlone(seconds: number, act: () => Promise<void>): void {
    this.#scene.agenda.planAlone(this.#scene.now() + seconds * SECOND, this.windowId, act);
  }

  #at(at: number, act: () => Promise<void>): void {
    this.#scene.agenda.plan(at, this.#lane, act);
  }
}

function never(): never {
  throw new RangeError('A window serves at least one line');
}
