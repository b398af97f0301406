import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Done, Id, IdParams, pageOf } from '#kernel/http/shapes.ts';

import { BundleContent } from './bundle.ts';
import { TaskType } from './codes.ts';
import { MatterContent } from './content.ts';
import {
  BundleEdition,
  Difference,
  Edition,
  EditionSummary,
  ListMattersQuery,
  Matter,
  MatterSummary,
} from './edition.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { Text } from './text.ts';

const BASE = '/api/v1/matters';
/** An edition with forms and papers is larger than other things that people send. */
const CONTENT_LIMIT = 4 * 1024 * 1024;

const Note = z.string().trim().max(500).default('');
const Version = z.object({ version: z.number().int().min(1) });

export const NewMatter = z.object({ content: MatterContent, note: Note });
export const SavedDraft = NewMatter.extend(Version.shape);
export const NewBundle = z.object({ content: BundleContent, note: Note });
export const SavedBundle = NewBundle.extend(Version.shape);
export const Submission = Version.extend({ note: Note });
export const Return = Version.extend({ reason: z.string().trim().min(1).max(500) });
/** From a day on, today or later; until a day, or until another edition follows. */
export const Publication = Version.extend({
  validFrom: Day.optional(),
  validUntil: Day.optional(),
});
/** No longer in force from a day on; today unless said. */
export const Withdrawal = Version.extend({
  reason: z.string().trim().min(1).max(500),
  from: Day.optional(),
});

const draftAct = {
  method: 'POST',
  admission: permissions.draft,
  params: IdParams,
  idempotency: 'optional',
} as const;
const publishAct = { ...draftAct, admission: permissions.publish } as const;

export const staffRoutes = {
  listMatters: route({
    name: 'matters.listMatters',
    method: 'GET',
    path: `${BASE}/matters`,
    summary: 'Matters or bundles of the centre, by code, with where their editions stand',
    admission: permissions.view,
    query: ListMattersQuery,
    response: pageOf(MatterSummary),
  }),
  listCatalogue: route({
    name: 'matters.listCatalogue',
    method: 'GET',
    path: `${BASE}/catalogue`,
    summary: 'The national catalogue (基本目录) with how many matters implement each entry',
    admission: permissions.view,
    response: z.object({
      items: z.array(
        z.object({
          catalogCode: z.string(),
          name: Text,
          taskType: TaskType,
          matters: z.number().int(),
        }),
      ),
    }),
  }),
  getMatter: route({
    name: 'matters.getMatter',
    method: 'GET',
    path: `${BASE}/matters/:id`,
    summary: 'One matter or bundle with all its editions',
    admission: permissions.view,
    params: IdParams,
    response: Matter,
  }),
  createMatter: route({
    name: 'matters.createMatter',
    method: 'POST',
    path: `${BASE}/matters`,
    summary: 'Begin a matter with its first draft',
    admission: permissions.draft,
    body: NewMatter,
    bodyLimit: CONTENT_LIMIT,
    response: Edition,
    status: 201,
    idempotency: 'required',
    problems: [problems.codeTaken],
  }),
  getEdition: route({
    name: 'matters.getEdition',
    method: 'GET',
    path: `${BASE}/editions/:id`,
    summary: 'An edition of a matter, word by word, with what is wrong with it',
    admission: permissions.view,
    params: IdParams,
    response: Edition,
  }),
  saveDraft: route({
    name: 'matters.saveDraft',
    method: 'PUT',
    path: `${BASE}/editions/:id`,
    summary: 'Save the draft of a matter; findings are warnings here',
    admission: permissions.draft,
    params: IdParams,
    body: SavedDraft,
    bodyLimit: CONTENT_LIMIT,
    response: Edition,
    idempotency: 'optional',
    problems: [problems.wrongState, problems.codeFixed],
  }),
  createBundle: route({
    name: 'matters.createBundle',
    method: 'POST',
    path: `${BASE}/bundles`,
    summary: 'Begin a bundle of matters (一件事) with its first draft',
    admission: permissions.draft,
    body: NewBundle,
    bodyLimit: CONTENT_LIMIT,
    response: BundleEdition,
    status: 201,
    idempotency: 'required',
    problems: [problems.codeTaken],
  }),
  getBundleEdition: route({
    name: 'matters.getBundleEdition',
    method: 'GET',
    path: `${BASE}/bundle-editions/:id`,
    summary: 'An edition of a bundle, word by word, with what is wrong with it',
    admission: permissions.view,
    params: IdParams,
    response: BundleEdition,
  }),
  saveBundleDraft: route({
    name: 'matters.saveBundleDraft',
    method: 'PUT',
    path: `${BASE}/bundle-editions/:id`,
    summary: 'Save the draft of a bundle; findings are warnings here',
    admission: permissions.draft,
    params: IdParams,
    body: SavedBundle,
    bodyLimit: CONTENT_LIMIT,
    response: BundleEdition,
    idempotency: 'optional',
    problems: [problems.wrongState, problems.codeFixed],
  }),
  startDraft: route({
    ...draftAct,
    name: 'matters.startDraft',
    path: `${BASE}/matters/:id/drafts`,
    summary: 'Begin a draft from an edition: the newest one unless another is named',
    body: z.object({ fromEditionId: Id.optional() }),
    response: EditionSummary,
    status: 201,
    problems: [problems.draftExists],
  }),
  submitDraft: route({
    ...draftAct,
    name: 'matters.submitDraft',
    path: `${BASE}/editions/:id/submission`,
    summary: 'Submit a draft for review',
    body: Submission,
    response: EditionSummary,
    problems: [problems.wrongState],
  }),
  discardDraft: route({
    ...draftAct,
    name: 'matters.discardDraft',
    path: `${BASE}/editions/:id/discarding`,
    summary: 'Throw a draft away',
    body: Version,
    response: Done,
    problems: [problems.wrongState],
  }),
  returnDraft: route({
    ...publishAct,
    name: 'matters.returnDraft',
    path: `${BASE}/editions/:id/return`,
    summary: 'Give a submitted draft back to its drafter, with the reason',
    body: Return,
    response: EditionSummary,
    problems: [problems.wrongState],
  }),
  publishEdition: route({
    ...publishAct,
    name: 'matters.publishEdition',
    path: `${BASE}/editions/:id/publication`,
    summary: 'Publish a submitted draft that another person wrote, from today or a later day',
    body: Publication,
    response: EditionSummary,
    problems: [
      problems.wrongState,
      problems.ownDraft,
      problems.hasFindings,
      problems.startsInPast,
      problems.endsBeforeStart,
      problems.laterEdition,
    ],
  }),
  withdrawEdition: route({
    ...publishAct,
    name: 'matters.withdrawEdition',
    path: `${BASE}/editions/:id/withdrawal`,
    summary: 'Take a published edition out of force',
    body: Withdrawal,
    response: EditionSummary,
    problems: [problems.wrongState, problems.startsInPast],
  }),
  compareEditions: route({
    name: 'matters.compareEditions',
    method: 'GET',
    path: `${BASE}/editions/:id/differences`,
    summary: 'What an edition says differently from another one, its predecessor unless named',
    admission: permissions.view,
    params: IdParams,
    query: z.object({ from: Id.optional() }),
    response: z.object({
      from: EditionSummary.nullable(),
      to: EditionSummary,
      items: z.array(Difference),
    }),
  }),
} as const;
