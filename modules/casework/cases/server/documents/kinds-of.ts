import type { CaseAct } from '../../contract.ts';
import type { DocumentKind } from '../../contract/documents.ts';
import type { CaseEntry, CaseFile } from '../rules/case-file.ts';

const ALWAYS: Partial<Readonly<Record<CaseAct, readonly DocumentKind[]>>> = {
  submit: ['receipt'],
  collect: ['receipt'],
  'receive-at-window': ['receipt'],
  'tell-correction': ['correction-notice'],
  'deem-accepted': ['acceptance-notice'],
  refuse: ['refusal'],
  'not-needed': ['not-needed-notice'],
  'start-special': ['special-notice'],
  extend: ['extension-notice'],
  approve: ['approval'],
  deny: ['denial'],
  deliver: ['delivery-record'],
  'hand-over': ['delivery-record'],
  'confirm-withdrawal': ['end-notice'],
  terminate: ['end-notice'],
  revoke: ['revocation'],
};

/**
 * Which papers an act gives out (行政许可法 art. 32, 38, 42, 44, 45). `after` is the case with the act done. A case
 * that leads others gives out the receipt only: acceptance and decision are the children's.
 */
export function documentKindsOf(
  { act }: Pick<CaseEntry, 'act'>,
  after: Pick<CaseFile, 'acceptMode' | 'kind'>,
): readonly DocumentKind[] {
  const kinds = act === 'accept' ? acceptancePapers(after.acceptMode) : (ALWAYS[act] ?? []);
  return after.kind === 'parent' ? kinds.filter((kind) => kind === 'receipt') : kinds;
}

function acceptancePapers(mode: CaseFile['acceptMode']): readonly DocumentKind[] {
  if (mode === 'tolerant') return ['acceptance-notice', 'tolerance-promise'];
  if (mode === 'promise') return ['acceptance-notice', 'commitment'];
  return ['acceptance-notice'];
}

/** A receipt carries the number of its case; every other paper one of the authority's own series. */
export const hasOwnNumber = (kind: DocumentKind): boolean => kind !== 'receipt';

/** 性质 in the number of a paper: 松市监 + 受 + 〔2026〕12号. */
export const SERIES_MARK: Readonly<Record<DocumentKind, string>> = {
  receipt: '收',
  'correction-notice': '补',
  'acceptance-notice': '受',
  refusal: '不受',
  'not-needed-notice': '免受',
  'tolerance-promise': '容',
  commitment: '诺',
  'special-notice': '特',
  'extension-notice': '延',
  approval: '准',
  denial: '不准',
  'delivery-record': '送',
  'end-notice': '终',
  revocation: '撤',
};
