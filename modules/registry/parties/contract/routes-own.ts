import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Done, Id, IdParams } from '#kernel/http/shapes.ts';

import { DataCopy, OwnIdentity } from './answers.ts';
import { ContactInput, OwnMandateInput, RevealedField } from './inputs.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { Mandate, Reason } from './shapes.ts';

const base = '/api/v1/me/identity';

/** The record of whoever signed in, and of nobody else. */
export const ownRoutes = {
  getOwnIdentity: route({
    name: 'parties.getOwnIdentity',
    method: 'GET',
    path: base,
    summary: 'One’s own record, masked',
    admission: permissions.viewOwn,
    response: OwnIdentity,
    problems: [problems.notLinked],
  }),
  revealOwnField: route({
    name: 'parties.revealOwnField',
    method: 'POST',
    path: `${base}/revelations`,
    summary: 'See one field of one’s own record in full',
    admission: permissions.viewOwn,
    body: z.object({ field: RevealedField, rowId: Id.optional() }),
    response: z.object({ value: z.string() }),
    ratePerMinute: 60,
    problems: [problems.notLinked],
  }),
  addOwnContact: route({
    name: 'parties.addOwnContact',
    method: 'POST',
    path: `${base}/contacts`,
    summary: 'Add a contact of one’s own',
    admission: permissions.changeOwn,
    body: ContactInput,
    response: OwnIdentity,
    status: 201,
    idempotency: 'optional',
    problems: [problems.notLinked, problems.lastContact],
  }),
  endOwnContact: route({
    name: 'parties.endOwnContact',
    method: 'DELETE',
    path: `${base}/contacts/:id`,
    summary: 'End a contact of one’s own',
    admission: permissions.changeOwn,
    params: IdParams,
    response: OwnIdentity,
    problems: [problems.notLinked],
  }),
  addOwnMandate: route({
    name: 'parties.addOwnMandate',
    method: 'POST',
    path: `${base}/mandates`,
    summary: 'Name an agent; the agent must be verified, name and number must fit',
    admission: permissions.changeOwn,
    body: OwnMandateInput,
    response: Mandate,
    status: 201,
    idempotency: 'required',
    ratePerMinute: 30,
    problems: [
      problems.notLinked,
      problems.headOnly,
      problems.representativeUnknown,
      problems.mandateRepeated,
    ],
  }),
  revokeOwnMandate: route({
    name: 'parties.revokeOwnMandate',
    method: 'POST',
    path: `${base}/mandates/:id/revocation`,
    summary: 'Revoke a mandate that one gave, or give up one that one has',
    admission: permissions.changeOwn,
    params: IdParams,
    body: z.object({ reason: Reason }),
    response: Mandate,
    idempotency: 'optional',
    problems: [problems.notLinked, problems.headOnly, problems.mandateOver],
  }),
  exportOwnData: route({
    name: 'parties.exportOwnData',
    method: 'POST',
    path: `${base}/data-copy`,
    summary: 'A copy of everything held on oneself',
    admission: permissions.viewOwn,
    response: DataCopy,
    ratePerMinute: 30,
    problems: [problems.notLinked, problems.headOnly],
  }),
  eraseOwnData: route({
    name: 'parties.eraseOwnData',
    method: 'POST',
    path: `${base}/erasure`,
    summary: 'Ask that one’s own data be erased; done at once unless a law requires it',
    admission: permissions.changeOwn,
    response: Done,
    idempotency: 'optional',
    problems: [problems.notLinked, problems.headOnly, problems.mustKeep],
  }),
} as const;
