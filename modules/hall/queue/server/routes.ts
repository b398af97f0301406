import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { changeBusiness, createBusiness, listBusinesses, saveServices } from './businesses.ts';
import { callByNumber, callNext, recall } from './call.ts';
import type { QueueDeps } from './deps.ts';
import { getDesk } from './desk.ts';
import { exportReport } from './export-report.ts';
import { listPublicSites, replayDay, showHall, showHallToDevice, showPublicSite } from './hall.ts';
import { changeNotice, createNotice, listNotices, withdrawNotice } from './notices.ts';
import { leavePost, takePost } from './posts.ts';
import {
  allowGreen,
  finish,
  giveUp,
  hold,
  miss,
  requeue,
  resumeHeld,
  start,
  transfer,
} from './serve.ts';
import { pause, resume, signIn, signOut } from './sessions.ts';
import { changeSettings, readSettings } from './settings.ts';
import { showReport } from './show-report.ts';
import {
  findOpenSlips,
  getSlip,
  issueTicket,
  leaveAtDevice,
  leaveByToken,
  listOwn,
  showByToken,
  takeAtDevice,
  takeByPhone,
} from './take-ticket.ts';
import { exportTickets, getVisit, listTickets } from './tickets.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const setUp = (deps: QueueDeps): ServedRoute[] => [
  serve(routes.listBusinesses, ({ actor, query }) => listBusinesses(deps, actor, query.siteId)),
  serve(routes.createBusiness, ({ actor, body, once }) => createBusiness(deps, actor, body, once)),
  serve(routes.changeBusiness, ({ actor, params, body, once }) =>
    changeBusiness(deps, actor, params.id, body, once),
  ),
  serve(routes.saveServices, ({ actor, params, body, once }) =>
    saveServices(deps, actor, params.id, body, once),
  ),
  serve(routes.getSettings, ({ actor }) => readSettings(deps.database.db, actor.centreId)),
  serve(routes.changeSettings, ({ actor, body, once }) => changeSettings(deps, actor, body, once)),
];

const desk = (deps: QueueDeps): ServedRoute[] => [
  serve(routes.getDesk, ({ actor }) => getDesk(deps, actor)),
  serve(routes.signIn, ({ actor, params, once }) => signIn(deps, actor, params.id, once)),
  serve(routes.signOut, ({ actor, params, once }) => signOut(deps, actor, params.id, once)),
  serve(routes.pause, ({ actor, params, body, once }) => pause(deps, actor, params.id, body, once)),
  serve(routes.resume, ({ actor, params, once }) => resume(deps, actor, params.id, once)),
  serve(routes.takePost, ({ actor, params, body, once }) =>
    takePost(deps, actor, params.id, body, once),
  ),
  serve(routes.leavePost, ({ actor, params, body, once }) =>
    leavePost(deps, actor, params.id, body, once),
  ),
  serve(routes.callNext, ({ actor, params, once }) => callNext(deps, actor, params.id, once)),
  serve(routes.callByNumber, ({ actor, params, body, once }) =>
    callByNumber(deps, actor, params.id, body, once),
  ),
  serve(routes.recall, ({ actor, params, once }) => recall(deps, actor, params.id, once)),
  serve(routes.start, ({ actor, params, once }) => start(deps, actor, params.id, once)),
  serve(routes.finish, ({ actor, params, body, once }) =>
    finish(deps, actor, params.id, body, once),
  ),
  serve(routes.miss, ({ actor, params, body, once }) =>
    miss(deps, actor, params.id, body.reason, once),
  ),
  serve(routes.requeue, ({ actor, params, once }) => requeue(deps, actor, params.id, once)),
  serve(routes.hold, ({ actor, params, body, once }) =>
    hold(deps, actor, params.id, body.reason, once),
  ),
  serve(routes.resumeHeld, ({ actor, params, once }) => resumeHeld(deps, actor, params.id, once)),
  serve(routes.transfer, ({ actor, params, body, once }) =>
    transfer(deps, actor, params.id, body, once),
  ),
  serve(routes.giveUp, ({ actor, params, body, once }) =>
    giveUp(deps, actor, params.id, body.reason, once),
  ),
  serve(routes.issueTicket, ({ actor, body, once }) => issueTicket(deps, actor, body, once)),
  serve(routes.allowGreen, ({ actor, params, body, once }) =>
    allowGreen(deps, actor, params.id, body.reason, once),
  ),
];

const look = (deps: QueueDeps): ServedRoute[] => [
  serve(routes.showHall, ({ actor, query }) => showHall(deps, actor, query.siteId)),
  serve(routes.replayDay, ({ actor, query }) => replayDay(deps, actor, query)),
  serve(routes.listTickets, ({ actor, query }) => listTickets(deps, actor, query)),
  serve(routes.exportTickets, async ({ actor, query, locale, reply }) => {
    const sheet = await exportTickets(deps, actor, query, locale);
    await reply
      .type(XLSX)
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="tickets.xlsx"')
      .send(sheet);
    return undefined;
  }),
  serve(routes.getVisit, ({ actor, params }) => getVisit(deps, actor, params.id)),
  serve(routes.showReport, ({ actor, query }) => showReport(deps, actor, query)),
  serve(routes.exportReport, async ({ actor, query, locale, reply }) => {
    const sheet = await exportReport(deps, actor, query, locale);
    await reply
      .type(XLSX)
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="hall-report.xlsx"')
      .send(sheet);
    return undefined;
  }),
];

const visitors = (deps: QueueDeps): ServedRoute[] => [
  serve(routes.listPublicSites, ({ actor }) => listPublicSites(deps, actor.centreId)),
  serve(routes.showPublicSite, ({ actor, params }) =>
    showPublicSite(deps, actor.centreId, params.id),
  ),
  serve(routes.showByToken, ({ actor, params }) => showByToken(deps, actor, params.token)),
  serve(routes.leaveByToken, ({ actor, params, once }) =>
    leaveByToken(deps, actor, params.token, once),
  ),
  serve(routes.takeTicket, ({ actor, body, once }) => takeByPhone(deps, actor, body, once)),
  serve(routes.listOwnTickets, ({ actor }) => listOwn(deps, actor)),
  serve(routes.showHallToDevice, ({ actor, query }) => showHallToDevice(deps, actor, query.whole)),
  serve(routes.takeTicketAtDevice, ({ actor, body, once }) =>
    takeAtDevice(deps, actor, body, once),
  ),
  serve(routes.getSlip, ({ actor, params }) => getSlip(deps, actor, params.id)),
  serve(routes.findOpenSlip, ({ actor, body }) => findOpenSlips(deps, actor, body.identityNo)),
  serve(routes.leaveAtDevice, ({ actor, params, once }) =>
    leaveAtDevice(deps, actor, params.id, once),
  ),
];

const screens = (deps: QueueDeps): ServedRoute[] => [
  serve(routes.listNotices, ({ actor, query }) => listNotices(deps, actor, query.siteId)),
  serve(routes.createNotice, ({ actor, body, once }) => createNotice(deps, actor, body, once)),
  serve(routes.changeNotice, ({ actor, params, body, once }) =>
    changeNotice(deps, actor, params.id, body, once),
  ),
  serve(routes.withdrawNotice, ({ actor, params, once }) =>
    withdrawNotice(deps, actor, params.id, once),
  ),
];

export function createRoutes(deps: QueueDeps): ServedRoute[] {
  return [...setUp(deps), ...desk(deps), ...look(deps), ...visitors(deps), ...screens(deps)];
}
