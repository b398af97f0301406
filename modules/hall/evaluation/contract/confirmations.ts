import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Done, Id, IdParams, Instant } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';

/** 请确认 on the pad: asked; signed by hand; refused by the person; taken back by the desk; nobody answered. */
export const ConfirmationState = z.enum(['asked', 'signed', 'declined', 'withdrawn', 'lapsed']);
export type ConfirmationState = z.infer<typeof ConfirmationState>;

const Bilingual = z.object({ 'zh-CN': z.string(), en: z.string() });

/** What is asked at a window: to sign a paper of a case, or with no paper to sign for its result. */
export const ConfirmationInput = z.object({
  windowId: Id,
  caseId: Id,
  documentId: Id.nullable(),
});
export type ConfirmationInput = z.infer<typeof ConfirmationInput>;

export const Confirmation = z.object({
  id: Id,
  windowId: Id,
  caseId: Id,
  caseNo: z.string(),
  documentId: Id.nullable(),
  title: Bilingual,
  number: z.string(),
  /** SM3 of the Chinese text that was shown. */
  textHash: z.string(),
  state: ConfirmationState,
  askedAt: Instant,
  askedBy: z.string(),
  asksUntil: Instant,
  settledAt: Instant.nullable(),
  /** The picture of the signature, on the case. */
  signatureFileId: Id.nullable(),
  signatureHash: z.string().nullable(),
  /** SM3 over text, signature, case, time and pad: shows that they belong together. */
  proofHash: z.string().nullable(),
});
export type Confirmation = z.infer<typeof Confirmation>;

/** What the pad shows, with everything that the person reads before signing. */
export const PadConfirmation = z.object({
  id: Id,
  caseNo: z.string(),
  title: Bilingual,
  number: z.string(),
  text: Bilingual,
  textHash: z.string(),
  askedAt: Instant,
  asksUntil: Instant,
});
export type PadConfirmation = z.infer<typeof PadConfirmation>;

/** A PNG picture, base64; some tens of kilobytes. */
const Picture = z.base64().min(100).max(1_000_000);

export const SignatureInput = z.object({
  signature: Picture,
  /** Of the text that was on the screen; another one than was asked is refused. */
  textHash: z.string().length(64),
});
export type SignatureInput = z.infer<typeof SignatureInput>;

const BASE = '/api/v1/evaluation/confirmations';
const DEVICE = '/api/v1/device/evaluation/confirmations';

/** Signing papers on the pad of a window: asked from the desk, answered on the pad. */
export const confirmationRoutes = {
  askToConfirm: route({
    name: 'evaluation.askToConfirm',
    method: 'POST',
    path: BASE,
    summary: 'Show a paper of a case on the pad of the window, to be signed by hand',
    admission: permissions.invite,
    body: ConfirmationInput,
    response: Confirmation,
    status: 201,
    idempotency: 'required',
  }),
  getConfirmation: route({
    name: 'evaluation.getConfirmation',
    method: 'GET',
    path: `${BASE}/:id`,
    summary: 'How a confirmation stands',
    admission: permissions.invite,
    params: IdParams,
    response: Confirmation,
  }),
  listConfirmations: route({
    name: 'evaluation.listConfirmations',
    method: 'GET',
    path: BASE,
    summary: 'Confirmations of a case, the newest first',
    admission: permissions.invite,
    query: z.object({ caseId: Id }),
    response: z.object({ items: z.array(Confirmation) }),
  }),
  withdrawConfirmation: route({
    name: 'evaluation.withdrawConfirmation',
    method: 'POST',
    path: `${BASE}/:id/withdrawal`,
    summary: 'Take the question off the pad',
    admission: permissions.invite,
    params: IdParams,
    response: Confirmation,
    idempotency: 'optional',
    problems: [problems.notAsked],
  }),
  signOnPad: route({
    name: 'evaluation.signOnPad',
    method: 'POST',
    path: `${DEVICE}/:id/signature`,
    summary: 'The person read and signed',
    admission: permissions.collect,
    params: IdParams,
    body: SignatureInput,
    response: Done,
    status: 201,
    idempotency: 'required',
    crossSite: true,
    problems: [problems.notAPad, problems.notAsked, problems.otherText, problems.noPicture],
  }),
  declineOnPad: route({
    name: 'evaluation.declineOnPad',
    method: 'POST',
    path: `${DEVICE}/:id/refusal`,
    summary: 'The person does not sign',
    admission: permissions.collect,
    params: IdParams,
    response: Done,
    crossSite: true,
    problems: [problems.notAPad, problems.notAsked],
  }),
} as const;
