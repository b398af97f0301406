import type { AccessSettings } from '../contract-entry.ts';
import type { AccountRow, SessionRow } from '../tables.ts';

const TOUCH_EVERY_MS = 60_000;

/** How long a new session may stay idle, and how long it may last, in seconds. */
export function lifeOf(
  kind: AccountRow['kind'],
  settings: AccessSettings,
): { idle: number; absolute: number } {
  return kind === 'citizen'
    ? { idle: settings.citizenIdleMinutes * 60, absolute: settings.citizenAbsoluteHours * 3600 }
    : { idle: settings.staffIdleMinutes * 60, absolute: settings.staffAbsoluteHours * 3600 };
}

/** Whether a session has neither been idle for too long nor lasted too long. */
export function isOpen(session: Pick<SessionRow, 'idle_until' | 'expires_at'>, now: Date): boolean {
  return now < session.idle_until && now < session.expires_at;
}

/** The idle limit after a use, never beyond the end; undefined when the last write is recent enough. */
export function nextIdleLimit(session: SessionRow, now: Date): Date | undefined {
  const sinceTouch = now.getTime() - session.last_seen_at.getTime();
  if (sinceTouch < Math.min(TOUCH_EVERY_MS, (session.idle_seconds * 1000) / 4)) return undefined;
  return new Date(
    Math.min(now.getTime() + session.idle_seconds * 1000, session.expires_at.getTime()),
  );
}
