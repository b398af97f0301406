import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { appealScore, decideAppeal, keepScore } from './assessment/keep-score.ts';
import { exportMonth, listScores, showMonth } from './assessment/look-at-scores.ts';
import { act } from './complaints/act.ts';
import { followComplaint, getComplaint, listComplaints, revealPerson } from './complaints/look.ts';
import { makeComplaint, registerComplaint } from './complaints/take-up.ts';
import type { ComplaintsDeps } from './deps.ts';
import { changeSettings, readSettings } from './settings.ts';

export const createRoutes = (deps: ComplaintsDeps): ServedRoute[] => [
  serve(routes.makeComplaint, ({ actor, body, once }) => makeComplaint(deps, actor, body, once)),
  serve(routes.followComplaint, ({ actor, body }) => followComplaint(deps, actor, body)),
  serve(routes.registerComplaint, ({ actor, body, once }) =>
    registerComplaint(deps, actor, body, once),
  ),
  serve(routes.listComplaints, ({ actor, query }) => listComplaints(deps, actor, query)),
  serve(routes.getComplaint, ({ actor, params }) => getComplaint(deps, actor, params.id)),
  serve(routes.act, ({ actor, params, body, once }) => act(deps, actor, params.id, body, once)),
  serve(routes.revealPerson, ({ actor, params }) => revealPerson(deps, actor, params.id)),
  serve(routes.getSettings, ({ actor }) => readSettings(deps.database.db, actor.centreId)),
  serve(routes.changeSettings, ({ actor, body, once }) => changeSettings(deps, actor, body, once)),
  serve(routes.listScores, ({ actor, query }) => listScores(deps, actor, query)),
  serve(routes.keepScore, ({ actor, body, once }) => keepScore(deps, actor, body, once)),
  serve(routes.appealScore, ({ actor, params, body, once }) =>
    appealScore(deps, actor, params.id, body.reason, once),
  ),
  serve(routes.decideAppeal, ({ actor, params, body, once }) =>
    decideAppeal(deps, actor, params.id, body, once),
  ),
  serve(routes.showMonth, ({ actor, query }) => showMonth(deps, actor, query)),
  serve(routes.exportMonth, async ({ actor, query, locale, reply }) => {
    const sheet = await exportMonth(deps, actor, query, locale);
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="assessment-${query.month}.csv"`)
      .send(sheet);
    return undefined;
  }),
];
