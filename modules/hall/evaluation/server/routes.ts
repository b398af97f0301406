import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import * as bad from './bad/acts.ts';
import { getBad, listBad, revealRater } from './bad/look-at-bad.ts';
import { declineOnPad, signOnPad } from './confirm/answer-on-pad.ts';
import {
  askToConfirm,
  getConfirmation,
  listConfirmations,
  withdrawConfirmation,
} from './confirm/ask-to-confirm.ts';
import type { EvaluationDeps } from './deps.ts';
import { exportFigures, showFigures } from './look/figures.ts';
import { judge } from './look/judge.ts';
import { listEvaluations, listPublicRatings } from './look/list-evaluations.ts';
import { showPublicFigures } from './look/public-figures.ts';
import { invite } from './rating/invite.ts';
import { getPadPhoto, getPadView, lapsePadInvitation, submitPadRating } from './rating/pad.ts';
import {
  findRateable,
  getRateable,
  getWindow,
  listOwn,
  ratePersonally,
} from './rating/personal.ts';
import { changeSettings, issueOptionSet, listOptionSets, readSettings } from './settings.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const createRoutes = (deps: EvaluationDeps): ServedRoute[] => [
  ...createPadRoutes(deps),
  ...createPersonalRoutes(deps),
  ...createBadRoutes(deps),
  ...createStaffRoutes(deps),
  ...createConfirmationRoutes(deps),
];

const createPadRoutes = (deps: EvaluationDeps): ServedRoute[] => [
  serve(routes.getPadView, ({ actor }) => getPadView(deps, actor)),
  serve(routes.getPadPhoto, async ({ actor, reply }) => {
    const { mediaType, bytes } = await getPadPhoto(deps, actor);
    await reply.type(mediaType).header('cache-control', 'private, max-age=3600').send(bytes);
    return undefined;
  }),
  serve(routes.submitPadRating, ({ actor, body, once }) =>
    submitPadRating(deps, actor, body, once),
  ),
  serve(routes.declinePadRating, ({ actor, params }) => lapsePadInvitation(deps, actor, params.id)),
];

const createPersonalRoutes = (deps: EvaluationDeps): ServedRoute[] => [
  serve(routes.findRateable, ({ actor, body }) => findRateable(deps, actor, body)),
  serve(routes.getRateable, ({ actor, params }) => getRateable(deps, actor, params.token)),
  serve(routes.rate, ({ actor, params, body, once }) =>
    ratePersonally(deps, actor, params.token, body, once),
  ),
  serve(routes.getWindow, ({ actor, params }) => getWindow(deps, actor, params.id)),
  serve(routes.listOwn, ({ actor }) => listOwn(deps, actor)),
  serve(routes.showPublicFigures, ({ actor, query }) => showPublicFigures(deps, actor, query)),
  serve(routes.listPublicRatings, ({ actor, query }) => listPublicRatings(deps, actor, query)),
];

const createBadRoutes = (deps: EvaluationDeps): ServedRoute[] => [
  serve(routes.listBad, ({ actor, query }) => listBad(deps, actor, query)),
  serve(routes.getBad, ({ actor, params }) => getBad(deps, actor, params.id)),
  serve(routes.revealRater, ({ actor, params }) => revealRater(deps, actor, params.id)),
  serve(routes.assign, ({ actor, params, body, once }) =>
    bad.assignBad(deps, actor, params.id, body, once),
  ),
  serve(routes.contact, ({ actor, params, body, once }) =>
    bad.contactRater(deps, actor, params.id, body, once),
  ),
  serve(routes.verify, ({ actor, params, body, once }) =>
    bad.verifyBad(deps, actor, params.id, body, once),
  ),
  serve(routes.rectify, ({ actor, params, body, once }) =>
    bad.rectifyBad(deps, actor, params.id, body, once),
  ),
  serve(routes.answer, ({ actor, params, body, once }) =>
    bad.answerBad(deps, actor, params.id, body, once),
  ),
  serve(routes['call-back'], ({ actor, params, body, once }) =>
    bad.callBackRater(deps, actor, params.id, body, once),
  ),
  serve(routes.reopen, ({ actor, params, body, once }) =>
    bad.reopenBad(deps, actor, params.id, body, once),
  ),
  serve(routes.close, ({ actor, params, body, once }) =>
    bad.closeBad(deps, actor, params.id, body, once),
  ),
  serve(routes.appeal, ({ actor, params, body, once }) =>
    bad.appealBad(deps, actor, params.id, body, once),
  ),
  serve(routes.uphold, ({ actor, params, body, once }) =>
    bad.upholdBad(deps, actor, params.id, body, once),
  ),
  serve(routes.exclude, ({ actor, params, body, once }) =>
    bad.excludeBad(deps, actor, params.id, body, once),
  ),
];

const createConfirmationRoutes = (deps: EvaluationDeps): ServedRoute[] => [
  serve(routes.askToConfirm, ({ actor, body, once }) => askToConfirm(deps, actor, body, once)),
  serve(routes.getConfirmation, ({ actor, params }) => getConfirmation(deps, actor, params.id)),
  serve(routes.listConfirmations, ({ actor, query }) =>
    listConfirmations(deps, actor, query.caseId),
  ),
  serve(routes.withdrawConfirmation, ({ actor, params, once }) =>
    withdrawConfirmation(deps, actor, params.id, once),
  ),
  serve(routes.signOnPad, ({ actor, params, body, once }) =>
    signOnPad(deps, actor, params.id, body, once),
  ),
  serve(routes.declineOnPad, ({ actor, params }) => declineOnPad(deps, actor, params.id)),
];

const createStaffRoutes = (deps: EvaluationDeps): ServedRoute[] => [
  serve(routes.invite, ({ actor, body, once }) => invite(deps, actor, body, once)),
  serve(routes.listEvaluations, ({ actor, query }) => listEvaluations(deps, actor, query)),
  serve(routes.judge, ({ actor, params, body, once }) => judge(deps, actor, params.id, body, once)),
  serve(routes.showFigures, ({ actor, query }) => showFigures(deps, actor, query)),
  serve(routes.exportFigures, async ({ actor, query, locale, reply }) => {
    const sheet = await exportFigures(deps, actor, query, locale);
    await reply
      .type(XLSX)
      .header('cache-control', 'no-store')
      .header(
        'content-disposition',
        `attachment; filename="ratings-${query.from}-${query.to}.xlsx"`,
      )
      .send(sheet);
    return undefined;
  }),
  serve(routes.listOptionSets, ({ actor }) => listOptionSets(deps, actor)),
  serve(routes.issueOptionSet, ({ actor, body, once }) => issueOptionSet(deps, actor, body, once)),
  serve(routes.getSettings, ({ actor }) => readSettings(deps.database.db, actor.centreId)),
  serve(routes.changeSettings, ({ actor, body, once }) => changeSettings(deps, actor, body, once)),
];
