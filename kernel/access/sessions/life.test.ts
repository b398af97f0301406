import { describe, expect, it } from 'vitest';

import { AccessSettings } from '../contract-entry.ts';
import type { SessionRow } from '../tables.ts';
import { isOpen, lifeOf, nextIdleLimit } from './life.ts';

const at = (clock: string) => new Date(`2026-01-20T${clock}+08:00`);
const session: SessionRow = {
  centre_id: 1,
  session_id: 's',
  token_hash: 'h',
  account_id: 'a',
  step: 'complete',
  method: 'password',
  idle_seconds: 1800,
  created_at: at('09:00:00'),
  last_seen_at: at('09:00:00'),
  idle_until: at('09:30:00'),
  expires_at: at('21:00:00'),
  proven_at: at('09:00:00'),
  address: '',
  user_agent: '',
  identity_hint: null,
  device_account_id: null,
  permits: null,
};

describe('the life of a session', () => {
  it('is half an hour idle and twelve hours in all for staff unless the centre says otherwise', () => {
    expect(lifeOf('staff', AccessSettings.parse({}))).toEqual({ idle: 1800, absolute: 43_200 });
    expect(lifeOf('citizen', AccessSettings.parse({ citizenIdleMinutes: 10 })).idle).toBe(600);
  });

  it('ends at the idle limit and at the absolute one', () => {
    expect(isOpen(session, at('09:29:59'))).toBe(true);
    expect(isOpen(session, at('09:30:00'))).toBe(false);
    expect(isOpen({ ...session, idle_until: at('21:10:00') }, at('21:00:00'))).toBe(false);
  });

  it('slides with use, written at most once a minute and never beyond its end', () => {
    expect(nextIdleLimit(session, at('09:00:59'))).toBeUndefined();
    expect(nextIdleLimit(session, at('09:10:00'))).toEqual(at('09:40:00'));
    expect(nextIdleLimit({ ...session, last_seen_at: at('20:40:00') }, at('20:50:00'))).toEqual(
      at('21:00:00'),
    );
  });
});
