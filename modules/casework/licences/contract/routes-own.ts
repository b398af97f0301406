import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, IdParams } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { PaperForm } from './routes-staff.ts';
import { OwnLicence, OwnLicences, Proof, PublicLicence, Showing, ShowingState } from './shapes.ts';

const base = '/api/v1/me/licences';
const open = '/api/v1/public/licences';

/** A 12-character code, or a whole 电子证照标识. */
const Code = z.object({ code: z.string().trim().min(12).max(120) });

/** The wallet of whoever signed in, and of nobody else. */
export const ownRoutes = {
  listOwnLicences: route({
    name: 'licences.listOwnLicences',
    method: 'GET',
    path: base,
    summary: 'The licences of whoever signed in, or of the firm that they act for',
    admission: permissions.viewOwn,
    response: OwnLicences,
    problems: [problems.notLinked],
  }),
  getOwnLicence: route({
    name: 'licences.getOwnLicence',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'One’s own licence with all that it says',
    admission: permissions.viewOwn,
    params: IdParams,
    response: OwnLicence,
    problems: [problems.notLinked],
  }),
  openShowing: route({
    name: 'licences.openShowing',
    method: 'POST',
    path: `${base}/:id/showings`,
    summary: 'A fresh one-time code to show; it ends the one before',
    admission: permissions.viewOwn,
    params: IdParams,
    response: Showing,
    status: 201,
    ratePerMinute: 60,
    problems: [problems.notLinked, problems.notShowable],
  }),
  getShowing: route({
    name: 'licences.getShowing',
    method: 'GET',
    path: `${base}/:id/showings/:showingId`,
    summary: 'Whether the code was verified, and by whom',
    admission: permissions.viewOwn,
    params: z.object({ id: Id, showingId: Id }),
    response: ShowingState,
    problems: [problems.notLinked],
  }),
  downloadOwnPaper: route({
    name: 'licences.downloadOwnPaper',
    method: 'GET',
    path: `${base}/:id/paper`,
    summary: 'One’s own licence as PDF',
    admission: permissions.viewOwn,
    params: IdParams,
    query: z.object({ form: PaperForm.default('original') }),
    answers: 'bytes',
    ratePerMinute: 30,
    problems: [problems.notLinked],
  }),
  showOwnPicture: route({
    name: 'licences.showOwnPicture',
    method: 'GET',
    path: `${base}/:id/picture`,
    summary: 'One’s own licence as a picture (SVG)',
    admission: permissions.viewOwn,
    params: IdParams,
    query: z.object({ form: PaperForm.default('original') }),
    answers: 'bytes',
    ratePerMinute: 120,
    problems: [problems.notLinked],
  }),
  getOwnProof: route({
    name: 'licences.getOwnProof',
    method: 'GET',
    path: `${base}/:id/proof`,
    summary: 'Signed data of one’s own licence, content included, to be checked offline',
    admission: permissions.viewOwn,
    params: IdParams,
    response: Proof,
    ratePerMinute: 30,
    problems: [problems.notLinked],
  }),
} as const;

/** For anybody who holds a licence in their hands. */
export const publicRoutes = {
  getPublicLicence: route({
    name: 'licences.getPublicLicence',
    method: 'GET',
    path: `${open}/:code`,
    summary: 'What a licence says, masked, and whether it holds now',
    admission: 'public',
    params: Code,
    response: PublicLicence,
    ratePerMinute: 60,
  }),
  getPublicProof: route({
    name: 'licences.getPublicProof',
    method: 'GET',
    path: `${open}/:code/proof`,
    summary: 'Signed data by which the licence can be checked offline',
    admission: 'public',
    params: Code,
    response: Proof,
    ratePerMinute: 30,
  }),
  verifyShownCode: route({
    name: 'licences.verifyShownCode',
    method: 'POST',
    path: '/api/v1/public/licence-showings/verification',
    summary: 'Check a one-time code by one’s own phone; it works once',
    admission: 'public',
    body: z.object({ code: z.string().trim().min(4).max(300) }),
    response: PublicLicence,
    ratePerMinute: 30,
    problems: [problems.codeUnknown, problems.codeUsed],
  }),
} as const;
