import { may } from '#kernel/access/authorise.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';

import { permissions } from '../contract.ts';

export const EVIDENCE = 'contracts.evidence';
export const INVOICE = 'contracts.invoice';

/** Acceptance records and other papers behind the events of a contract. */
export const evidencePurpose: FilePurpose = {
  name: EVIDENCE,
  mayUpload: (actor) => may(actor, permissions.prepare.name),
  mayRead: (_db, actor) => may(actor, permissions.view.name),
};

/** Invoices behind settlements. */
export const invoicePurpose: FilePurpose = { ...evidencePurpose, name: INVOICE };
