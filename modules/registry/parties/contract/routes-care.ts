import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Done, Id, IdParams, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { DataCopy, DuplicatePair, Merge, MergePreview, Settings } from './answers.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { Reason } from './shapes.ts';

const base = '/api/v1/parties';

/** Duplicates, merges, and the requests of the Personal Information Protection Law. */
export const careRoutes = {
  listDuplicates: route({
    name: 'parties.listDuplicates',
    method: 'GET',
    path: '/api/v1/party-duplicates',
    summary: 'Pairs of records that are probably one party, the likeliest first',
    admission: permissions.merge,
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    response: z.object({ items: z.array(DuplicatePair) }),
  }),
  dismissDuplicate: route({
    name: 'parties.dismissDuplicate',
    method: 'POST',
    path: '/api/v1/party-duplicates/dismissals',
    summary: 'Say that two records are two parties; the pair is not shown again',
    admission: permissions.merge,
    body: z.object({ oneId: Id, otherId: Id, reason: Reason }),
    response: Done,
    idempotency: 'optional',
  }),
  previewMerge: route({
    name: 'parties.previewMerge',
    method: 'GET',
    path: `${base}/:id/merge-preview`,
    summary: 'What would go over from another record into this one, and what forbids it',
    admission: permissions.merge,
    params: IdParams,
    query: z.object({ fromId: Id }),
    response: MergePreview,
  }),
  mergeParties: route({
    name: 'parties.mergeParties',
    method: 'POST',
    path: `${base}/:id/merges`,
    summary: 'Merge another record into this one',
    admission: permissions.merge,
    params: IdParams,
    body: z.object({ fromId: Id, reason: Reason }),
    response: Merge,
    status: 201,
    idempotency: 'required',
    problems: [problems.unmergeable],
  }),
  listMerges: route({
    name: 'parties.listMerges',
    method: 'GET',
    path: '/api/v1/party-merges',
    summary: 'Merges, the newest first',
    admission: permissions.merge,
    query: PageQuery.omit({ search: true }),
    response: pageOf(Merge),
  }),
  undoMerge: route({
    name: 'parties.undoMerge',
    method: 'POST',
    path: '/api/v1/party-merges/:id/undoing',
    summary: 'Take a merge back, as long as what went over was not changed since',
    admission: permissions.merge,
    params: IdParams,
    body: z.object({ reason: Reason }),
    response: Merge,
    idempotency: 'optional',
    problems: [problems.notUndoable],
  }),
  exportData: route({
    name: 'parties.exportData',
    method: 'POST',
    path: `${base}/:id/data-copy`,
    summary:
      'A copy of everything held on a party, for the party (个人信息保护法 art. 45); audited',
    admission: permissions.erase,
    params: IdParams,
    body: z.object({ reason: Reason }),
    response: DataCopy,
    ratePerMinute: 20,
  }),
  eraseParty: route({
    name: 'parties.eraseParty',
    method: 'POST',
    path: `${base}/:id/erasure`,
    summary: 'Erase what is personal, unless a law still requires it (个人信息保护法 art. 47)',
    admission: permissions.erase,
    params: IdParams,
    body: z.object({ reason: Reason }),
    response: Done,
    idempotency: 'optional',
    problems: [problems.mustKeep, problems.notActive],
  }),
  getSettings: route({
    name: 'parties.getSettings',
    method: 'GET',
    path: '/api/v1/party-settings',
    summary: 'How long personal data is kept, and by which rule',
    admission: permissions.view,
    response: Settings,
  }),
  changeSettings: route({
    name: 'parties.changeSettings',
    method: 'PUT',
    path: '/api/v1/party-settings',
    summary: 'Change how long personal data is kept',
    admission: permissions.manageSettings,
    body: Settings,
    response: Settings,
    idempotency: 'optional',
  }),
} as const;
