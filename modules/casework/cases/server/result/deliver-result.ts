import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, Deliver, Dispatch } from '../../contract.ts';
import { act, type Acting } from '../act.ts';
import { sealRecipient } from '../application.ts';
import type { CasesDeps } from '../deps.ts';
import { SIGNATURE_PURPOSE } from '../file-purposes.ts';
import { placesOf } from '../places.ts';
import type { CaseFile } from '../rules/case-file.ts';
import { nameOf } from '../who.ts';

/** 寄出: by courier, with the number of the parcel. */
export function dispatchResult(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, trackingNo }: Dispatch,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'dispatch',
      id,
      version,
      typed: { way: 'courier' },
      decide: () => ({ isPublic: true, detail: { trackingNo }, changes: { trackingNo } }),
    },
    once,
  );
}

/** 退回: what was sent came back, or was lost and settled; it waits to be collected or sent again. */
export function takeBackResult(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, trackingNo, reason }: Dispatch & { readonly reason: string },
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'come-back',
      id,
      version,
      decide: () => ({
        isPublic: true,
        note: reason,
        detail: { trackingNo },
        changes: { trackingNo: '' },
      }),
    },
    once,
  );
}

/** 送达: a signature at the window, or the courier’s record that it was signed for. */
export const deliverResult = (
  deps: CasesDeps,
  actor: Actor,
  id: string,
  input: Deliver,
  once: Once,
): Promise<ActResult> =>
  act(deps, actor, toDelivery(deps, actor, 'deliver', { id, ...input }), once);

/** 代收地交付: where it was collected. */
export const handOver = (
  deps: CasesDeps,
  actor: Actor,
  id: string,
  input: Deliver,
  once: Once,
): Promise<ActResult> =>
  act(deps, actor, toDelivery(deps, actor, 'hand-over', { id, ...input }), once);

/** 结果寄回代收地. */
export function sendResultBack(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, trackingNo }: Dispatch,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'send-result-back',
      id,
      version,
      decide: ({ around: { file } }) => ({
        isPublic: true,
        changes: {
          trackingNo,
          proxy: file.proxy && { ...file.proxy, stage: 'result-sent', trackingNo },
        },
      }),
    },
    once,
  );
}

/** 电子送达: the applicant takes the result from their own page; that log is the proof. */
export function collectElectronically(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  version: number,
  once: Once,
): Promise<ActResult> {
  const input = {
    id,
    isDownload: true,
    version,
    recipient: actor.name,
    trackingNo: '',
    place: '',
    way: 'electronic',
  } as const;
  return act(deps, actor, toDelivery(deps, actor, 'deliver', input), once);
}

interface Handing extends Deliver {
  readonly id: string;
  /** Taken by the applicant from their own page. */
  readonly isDownload?: boolean;
}

function toDelivery(
  deps: CasesDeps,
  actor: Actor,
  name: 'deliver' | 'hand-over',
  input: Handing,
): Acting {
  const { id, isDownload = false } = input;
  const { version, way, recipient, signatureFileId, trackingState } = input;
  return {
    act: name,
    id,
    version,
    typed: ({ around: { file } }) => ({
      way,
      signatureFileId,
      trackingState,
      trackingNo: input.trackingNo === '' ? file.trackingNo : input.trackingNo,
      isDownload,
    }),
    decide: async ({ around: { file, today } }, tx) => {
      const subject = { kind: 'cases.case', id };
      if (signatureFileId !== undefined)
        await deps.files.attach(tx, actor, signatureFileId, SIGNATURE_PURPOSE, subject);
      return {
        isPublic: true,
        detail: { way },
        changes: {
          delivery: {
            way,
            at: deps.clock.now().toISOString(),
            recipientSealed: sealRecipient(deps.cipher, actor.centreId, id, recipient),
            signatureFileId: signatureFileId ?? null,
            trackingNo: input.trackingNo === '' ? file.trackingNo : input.trackingNo,
            place:
              input.place === ''
                ? await placeOf(deps, tx, { name, way, file, centreId: actor.centreId })
                : input.place,
            byName: nameOf(actor),
          },
          proxy: file.proxy && { ...file.proxy, stage: 'handed' },
          facts: { ...file.facts, endedOn: today },
        },
      };
    },
  };
}

interface Delivery {
  readonly name: 'deliver' | 'hand-over';
  readonly way: Deliver['way'];
  readonly file: CaseFile;
  readonly centreId: number;
}

/** 送达地点, where nobody wrote another: the site of the window, or where it was collected. */
async function placeOf(
  deps: CasesDeps,
  tx: Tx,
  { name, way, file, centreId }: Delivery,
): Promise<string> {
  if (name === 'hand-over') return file.proxy?.placeName ?? '';
  if (way !== 'window' || file.siteId === null) return '';
  const { sites } = await placesOf(deps).directory(tx, centreId);
  return sites.byId.get(file.siteId)?.nameZh ?? '';
}
