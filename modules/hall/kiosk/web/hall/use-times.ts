import { useCall } from '#web/client/index.ts';

import { DEFAULT_SETTINGS, type KioskSettings, routes } from '../../contract.ts';

/** How long this kiosk waits for its visitor; until the server has said it, the usual times. */
export function useTimes(): KioskSettings {
  const answer = useCall(routes.getOwnTimes, undefined, { freshMs: 300_000, asksToSignIn: false });
  return answer.data ?? DEFAULT_SETTINGS;
}
