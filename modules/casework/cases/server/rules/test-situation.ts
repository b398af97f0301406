import type { CaseAct } from '../../contract.ts';
import type { Around, Typed } from './around.ts';
import type { CaseFile } from './case-file.ts';
import { aCasePaper } from './test-around.ts';

/** One situation in which a guard is asked: the refusal that it gives there, nothing when it lets pass. */
export interface Asked {
  readonly when: string;
  readonly says?: string;
  readonly file?: Partial<CaseFile>;
  readonly more?: Partial<Around>;
  readonly typed?: Typed;
  readonly act?: CaseAct;
}

export const deferred = aCasePaper({ state: 'deferred' });

/** Collected at another place, as far as that. */
export const proxy = (stage: 'collected' | 'sent') => ({
  stage,
  collectedAt: '2026-03-02T01:00:00.000Z',
  placeName: '代收点',
  trackingNo: '',
});
