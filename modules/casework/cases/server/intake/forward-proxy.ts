import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, SendToOwner, Versioned } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';

/** 形式审查: form and identity are in order at the window that collects. */
export function checkForm(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version }: Versioned,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'check-form',
      id,
      version,
      decide: ({ around: { file } }) =>
        file.proxy === null ? {} : { changes: { proxy: { ...file.proxy, stage: 'form-checked' } } },
    },
    once,
  );
}

/** The papers are on their way to the authority that decides. */
export function sendToOwner(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, trackingNo }: SendToOwner,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'send-to-owner',
      id,
      version,
      decide: ({ around: { file } }) =>
        file.proxy === null
          ? {}
          : { changes: { proxy: { ...file.proxy, stage: 'sent', trackingNo } } },
    },
    once,
  );
}
