import { type Health, HEARTBEAT_SECONDS, type SelfTestItem } from '../contract.ts';

export interface HealthFacts {
  readonly status: 'in-service' | 'spare' | 'repair' | 'retired';
  readonly isEnrolled: boolean;
  readonly lastSeenAt: Date | null;
  readonly isLocked: boolean;
  readonly openFaults: number;
}

/** Three heartbeats may be lost before a device counts as silent. */
export const SILENT_AFTER_MS = 3 * HEARTBEAT_SECONDS * 1000 + 5000;

/** How a device is, from the facts known of it at this moment. The worst that a person must act on comes first. */
export function healthOf(facts: HealthFacts, now: Date): Health {
  if (facts.status !== 'in-service') return 'out-of-service';
  if (facts.openFaults > 0) return 'faulty';
  if (!facts.isEnrolled) return 'unenrolled';
  if (facts.lastSeenAt === null || isSilent(facts.lastSeenAt, now)) return 'silent';
  return facts.isLocked ? 'locked' : 'online';
}

/** Whether a device has not been heard for too long. */
export function isSilent(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() > SILENT_AFTER_MS;
}

/** The parts of a self-test that failed. */
export function failedParts(items: readonly SelfTestItem[]): string[] {
  return items.filter((item) => !item.passed).map((item) => item.part);
}
