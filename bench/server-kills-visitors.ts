import { setTimeout as pause } from 'node:timers/promises';

import { newId } from '#kernel/ids/id.ts';
import { routes } from '#modules/casework/cases/contract.ts';

import type { Furnished } from './cases-setup.ts';
import { createChance } from './statistics.ts';

const VISITORS = 8;
const AGAIN_MS = 25;
/** One acknowledged request in so many is sent again, as a client does that lost the answer. */
const REPEATED = 10;
const PAPERS = ['application', 'identity', 'layout', 'report', 'plan'];

/** What the visitors were told. */
export interface Received {
  /** The cases that were acknowledged, one for each request. */
  readonly caseIds: readonly string[];
  /** Requests that were repeated after their answer, and those of them that were answered with another case. */
  readonly repeated: number;
  readonly answeredOtherwise: number;
  /** Answers that were neither a receipt nor a request to come back. */
  readonly strange: readonly string[];
}

/** People who hand in one case after the other, and ask again with the same key until they get their receipt. */
export class Visitors {
  readonly #url: string;
  readonly #hall: Furnished;
  readonly #chance: (below: number) => number;
  readonly #caseIds: string[] = [];
  readonly #strange: string[] = [];
  #working: Promise<unknown> = Promise.resolve();
  #isOver = false;
  #repeated = 0;
  #answeredOtherwise = 0;
  #heard: (() => void) | undefined;

  constructor(url: string, hall: Furnished, seed: number) {
    this.#url = `${url}${routes.receiveAtWindow.path}`;
    this.#hall = hall;
    this.#chance = createChance(seed + 1);
  }

  start(): void {
    this.#working = Promise.all(Array.from({ length: VISITORS }, (_, turn) => this.#come(turn)));
  }

  /** Resolves with the next receipt that anybody gets. */
  async hear(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#heard = resolve;
    });
    this.#heard = undefined;
  }

  /** Everybody gets the receipt that they wait for, and leaves. */
  async finish(): Promise<Received> {
    this.#isOver = true;
    await this.#working;
    return {
      caseIds: this.#caseIds,
      repeated: this.#repeated,
      answeredOtherwise: this.#answeredOtherwise,
      strange: this.#strange,
    };
  }

  async #come(first: number): Promise<void> {
    const { matterIds } = this.#hall;
    for (let turn = first; !this.#isOver; turn += VISITORS) {
      const key = newId();
      const body = this.#fillIn(matterIds[turn % matterIds.length] ?? '');
      const caseId = await this.#insist(key, body);
      this.#caseIds.push(caseId);
      this.#heard?.();
      if (this.#chance(REPEATED) > 0) continue;
      this.#repeated += 1;
      if ((await this.#insist(key, body)) !== caseId) this.#answeredOtherwise += 1;
    }
  }

  #fillIn(matterId: string): string {
    return JSON.stringify({
      matterId,
      itemKey: 'new',
      partyId: this.#hall.partyId,
      windowId: this.#hall.windowId,
      form: { 'place-name': 'x' },
      papers: PAPERS.map((key) => ({ key, state: 'accepted', originals: 1 })),
      accept: {},
    });
  }

  async #insist(key: string, body: string): Promise<string> {
    for (;;) {
      const caseId = await this.#ask(key, body);
      if (caseId !== undefined) return caseId;
      await pause(AGAIN_MS);
    }
  }

  async #ask(key: string, body: string): Promise<string | undefined> {
    const headers = { 'x-actor': 'b', 'content-type': 'application/json', 'idempotency-key': key };
    try {
      const answer = await fetch(this.#url, { method: 'POST', headers, body });
      if (answer.status === 201) return ((await answer.json()) as { id: string }).id;
      const text = await answer.text();
      if (answer.status !== 503) this.#strange.push(`${answer.status} ${text.slice(0, 200)}`);
    } catch {
      // Nobody is there: the server has just been killed.
    }
    return undefined;
  }
}
