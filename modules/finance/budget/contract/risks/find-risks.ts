import type { Finding } from '../finding.ts';
import type { RiskGiven } from './raise.ts';
import { findBasisRisks } from './risks-of-basis.ts';
import { findClassificationRisks, findExplanationRisks } from './risks-of-classification.ts';
import { findPaymentRisks } from './risks-of-payment.ts';
import { findProcurementRisks } from './risks-of-procurement.ts';
import { findWordingRisks } from './risks-of-wording.ts';

/** What a careful auditor raises beside the rules of cross-checking. */
export function findRisks(given: RiskGiven): Finding[] {
  return [
    ...findPaymentRisks(given),
    ...findProcurementRisks(given),
    ...findClassificationRisks(given),
    ...findExplanationRisks(given),
    ...findBasisRisks(given),
    ...findWordingRisks(given),
  ];
}
