import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type CaseAct, problems, type ProxyStage } from '../../contract.ts';
import { type Guard, listNames } from './guards-intake.ts';

/** By the courier’s own record: signed for. */
const SIGNED_FOR = 3;

/** 窗口签收, 快递签收 or 电子送达: each with its own evidence. */
export const deliveryProved: Guard = (_, typed) => {
  const { way, signatureFileId, trackingNo = '', trackingState, isDownload = false } = typed;
  const isProved =
    (way === 'window' && signatureFileId !== undefined) ||
    (way === 'courier' && trackingNo !== '' && trackingState === SIGNED_FOR) ||
    (way === 'electronic' && isDownload);
  return isProved ? undefined : new ProblemError(problems.deliveryNotProved);
};

export const deliveryOffered: Guard = ({ file }, { way }) =>
  way === undefined || file.terms.delivery.includes(way)
    ? undefined
    : new ProblemError(problems.deliveryNotOffered);

const PROOF = { name: { zh: '送达回证', en: 'proof of delivery' } };
const REASON = { name: { zh: '办结理由', en: 'reason of the outcome' } };

/**
 * What was granted has all its papers, what was decided the proof that it was delivered, what was not has at least its
 * reason. What was denied may lack papers: 视为受理 accepts an application as it is, and for want of them it is denied.
 */
export const dossierComplete: Guard = ({ file, papers }) => {
  const isDecided = file.decision !== null;
  const missing = file.decision?.approves
    ? papers.filter(
        ({ need, state }) => need === 'required' && state !== 'accepted' && state !== 'exempt',
      )
    : [];
  const lacks = [
    ...(file.acceptMode === 'promise'
      ? missing.filter(({ source }) => source !== 'promise')
      : missing
    ).map(({ name }) => ({ name })),
    ...(isDecided && file.state === 'delivered' && file.delivery === null ? [PROOF] : []),
    ...(!isDecided && file.outcomeReason === '' ? [REASON] : []),
  ];
  return lacks.length === 0
    ? undefined
    : new ProblemError(problems.dossierIncomplete, { names: listNames(lacks) });
};

export const permitWasGranted: Guard = ({ file }) =>
  file.decision?.approves === true ? undefined : new ProblemError(problems.notGranted);

export const decisionWasMade: Guard = ({ file }) =>
  file.decision === null ? new ProblemError(problems.notDecided) : undefined;

export const onPromise: Guard = ({ file }) =>
  file.promise !== null && file.promise.state !== 'kept' && file.promise.state !== 'revoked'
    ? undefined
    : new ProblemError(problems.notOnPromise);

const STAGES: Partial<Readonly<Record<CaseAct, ProxyStage>>> = {
  'check-form': 'collected',
  'send-to-owner': 'form-checked',
  'receive-from-proxy': 'sent',
  'send-result-back': 'received-by-owner',
  'hand-over': 'result-sent',
};

/** The steps of 异地代收代办 follow each other. */
export const proxyStageFor =
  (act: CaseAct): Guard =>
  ({ file }) =>
    file.proxy !== null && file.proxy.stage === STAGES[act]
      ? undefined
      : new ProblemError(problems.proxyStageWrong);
