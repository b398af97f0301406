import type { GuardName } from '../../contract.ts';
import { aCasePaper } from './test-around.ts';
import { type Asked, proxy } from './test-situation.ts';

const WHO = { id: 'b', name: '乙' };
const decision = (approves: boolean) => ({
  approves,
  on: '2026-03-10',
  by: WHO,
  reason: '',
  remedy: '',
  content: '',
  validFrom: null,
  validTo: null,
});
const promise = (state: 'promised' | 'kept') => ({ state, inspectBy: null, rectifyBy: null });

/** In which situations the guards of this part are asked, and what they say there. */
export const resultSituations = {
  'delivery-proved': [
    { when: 'it was signed for here', typed: { way: 'window', signatureFileId: 'f' } },
    { when: 'nobody signed', says: 'cases/delivery-not-proved', typed: { way: 'window' } },
    { when: 'the courier says so', typed: { way: 'courier', trackingNo: '1', trackingState: 3 } },
    {
      when: 'the courier is on the way',
      says: 'cases/delivery-not-proved',
      typed: { way: 'courier', trackingNo: '1', trackingState: 5 },
    },
    { when: 'it was fetched from their page', typed: { way: 'electronic', isDownload: true } },
    { when: 'it was not fetched', says: 'cases/delivery-not-proved', typed: { way: 'electronic' } },
  ],
  'delivery-offered': [
    { when: 'the guide offers the way', typed: { way: 'window' } },
    { when: 'it does not', says: 'cases/delivery-not-offered', typed: { way: 'courier' } },
  ],
  'dossier-complete': [
    { when: 'nothing was decided, for a reason', file: { outcomeReason: '不属于本机关职权' } },
    { when: 'nothing was decided, for none', says: 'cases/dossier-incomplete' },
    {
      when: 'all is there',
      file: { decision: decision(true) },
      more: { papers: [aCasePaper(), aCasePaper({ state: 'exempt' })] },
    },
    {
      when: 'a paper was never looked at',
      says: 'cases/dossier-incomplete',
      file: { decision: decision(true) },
      more: { papers: [aCasePaper({ state: 'pending' })] },
    },
    {
      when: 'it was denied for want of a paper',
      file: { decision: decision(false) },
      more: { papers: [aCasePaper({ state: 'missing' })] },
    },
    {
      when: 'the proof of delivery lacks',
      says: 'cases/dossier-incomplete',
      file: { decision: decision(true), state: 'delivered' },
    },
    {
      when: 'what lacks was promised',
      file: { decision: decision(true), acceptMode: 'promise' },
      more: { papers: [aCasePaper({ state: 'missing', source: 'promise' })] },
    },
  ],
  'permit-was-granted': [
    { when: 'it was', file: { decision: decision(true) } },
    { when: 'it was denied', says: 'cases/not-granted', file: { decision: decision(false) } },
    { when: 'nothing was decided', says: 'cases/not-granted' },
  ],
  'decision-was-made': [
    { when: 'it was denied', file: { decision: decision(false) } },
    { when: 'nothing was decided', says: 'cases/not-decided' },
  ],
  'on-promise': [
    { when: 'it waits for inspection', file: { promise: promise('promised') } },
    { when: 'it was kept', says: 'cases/not-on-promise', file: { promise: promise('kept') } },
    { when: 'none was made', says: 'cases/not-on-promise' },
  ],
  'proxy-stage': [
    { when: 'it is the next step', file: { proxy: proxy('collected') }, act: 'check-form' },
    {
      when: 'a step is left out',
      says: 'cases/proxy-stage-wrong',
      file: { proxy: proxy('collected') },
      act: 'receive-from-proxy',
    },
    { when: 'nothing was collected', says: 'cases/proxy-stage-wrong', act: 'check-form' },
  ],
} satisfies Partial<Record<GuardName, readonly Asked[]>>;
