import { permissions as appointments } from '#modules/hall/appointments/contract.ts';
import { permissions as evaluation } from '#modules/hall/evaluation/contract.ts';
import { permissions as queue } from '#modules/hall/queue/contract.ts';
import { permissions as devices } from '#modules/registry/devices/contract.ts';
import { call, rememberSharedMachine } from '#web/client/index.ts';

import { permissions, routes, type VisitEnd } from '../../contract.ts';

/** What the kiosk does in its own name; everything else goes in the name of the visitor, or of nobody. */
export const OWN_ACTS: ReadonlySet<string> = new Set([
  permissions.serve.name,
  devices.serve.name,
  queue.serve.name,
  evaluation.collect.name,
  appointments.serve.name,
]);

/** What is rated here without signing in is rated at a kiosk, and says so. */
const OWN_PLACES = ['/api/v1/public/evaluation/'];

/** Who uses this kiosk from now on; undefined for nobody. */
export function rememberVisitor(visitor: string | undefined): void {
  rememberSharedMachine({ ownActs: OWN_ACTS, ownPlaces: OWN_PLACES, visitor });
}

/** What belongs to the device and not to a visitor. */
const OF_DEVICE = /^onewindow\.device-/u;

/** The browser of the kiosk as it was before anybody came: no session, no choice, no storage. */
export function wipeBrowser(): void {
  rememberVisitor(undefined);
  wipeStorage(globalThis.localStorage);
  globalThis.sessionStorage.clear();
  globalThis.speechSynthesis?.cancel();
}

export function wipeStorage(storage: Storage): void {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const name of names) if (!OF_DEVICE.test(name)) storage.removeItem(name);
}

const RETRY_MS = 3000;
const ATTEMPTS = 20;

let lastEnding = 0;

/**
 * Ends a visit at the server, asked again while nobody answers. Once another visit begins the asking stops: opening it
 * ended the one before.
 */
export async function endAtServer(why: VisitEnd, visitId?: string): Promise<void> {
  lastEnding += 1;
  const mine = lastEnding;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (mine !== lastEnding) return;
    try {
      const body = { why, ...(visitId === undefined ? {} : { visitId }) };
      await call(routes.endVisit, { body, asksToSignIn: false });
      return;
    } catch {
      await new Promise<void>((resolve) => {
        setTimeout(resolve, RETRY_MS);
      });
    }
  }
}

/** Another visit has begun. */
export function stopEnding(): void {
  lastEnding += 1;
}
