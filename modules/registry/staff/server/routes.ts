import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { assignWindow, endStationing } from './assign-window.ts';
import { decideLeave } from './decide-leave.ts';
import type { StaffDeps } from './deps.ts';
import { getLeave, listLeave, listOwnLeave } from './list-leave.ts';
import { getOwnRecord, getPerson, listPeople, listPosts } from './list-people.ts';
import { setPhoto } from './photo.ts';
import { printBadge } from './print-badge.ts';
import { changeSettings, getSettings } from './quota.ts';
import { recordDeparture } from './record-departure.ts';
import { cancelLeave, requestLeave } from './request-leave.ts';
import { revealContact } from './reveal-contact.ts';
import { changePerson, createPerson } from './save-person.ts';
import { copyWeek, saveRoster } from './save-roster.ts';
import { listStationing, showBoard, whoStands } from './show-board.ts';
import { getOwnRoster, getPersonRoster, listShifts, showRoster } from './show-roster.ts';

export function createRoutes(deps: StaffDeps): ServedRoute[] {
  return [...peopleRoutes(deps), ...stationingRoutes(deps), ...leaveRoutes(deps)];
}

const peopleRoutes = (deps: StaffDeps): ServedRoute[] => [
  serve(routes.listPosts, ({ actor }) => listPosts(deps, actor)),
  serve(routes.listPeople, ({ actor, query }) => listPeople(deps, actor, query)),
  serve(routes.getPerson, ({ actor, params }) => getPerson(deps, actor, params.id)),
  serve(routes.createPerson, ({ actor, body, once }) => createPerson(deps, actor, body, once)),
  serve(routes.changePerson, ({ actor, params, body, once }) =>
    changePerson(deps, actor, params.id, body, once),
  ),
  serve(routes.recordDeparture, ({ actor, params, body, once }) =>
    recordDeparture(deps, actor, params.id, body, once),
  ),
  serve(routes.revealContact, ({ actor, params, body }) =>
    revealContact(deps, actor, params.id, body),
  ),
  serve(routes.setPhoto, ({ actor, params, body, once }) =>
    setPhoto(deps, actor, params.id, body, once),
  ),
  serve(routes.printBadge, async ({ actor, params, locale, reply }) => {
    const { fileName, bytes } = await printBadge(deps, actor, params.id, locale);
    await reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${fileName}"`)
      .header('cache-control', 'no-store')
      .send(Buffer.from(bytes));
    return undefined;
  }),
  serve(routes.getOwnRecord, ({ actor }) => getOwnRecord(deps, actor)),
  serve(routes.getSettings, ({ actor }) => getSettings(deps, actor)),
  serve(routes.changeSettings, ({ actor, body, once }) => changeSettings(deps, actor, body, once)),
];

const stationingRoutes = (deps: StaffDeps): ServedRoute[] => [
  serve(routes.listStationing, ({ actor, query }) => listStationing(deps, actor, query)),
  serve(routes.showBoard, ({ actor, query }) => showBoard(deps, actor, query)),
  serve(routes.whoStands, ({ actor, params, query }) =>
    whoStands(deps, actor, params.id, query.day),
  ),
  serve(routes.assign, ({ actor, body, once }) => assignWindow(deps, actor, body, once)),
  serve(routes.endStationing, ({ actor, params, body, once }) =>
    endStationing(deps, actor, params.id, body, once),
  ),
  serve(routes.listShifts, ({ actor }) => listShifts(deps, actor)),
  serve(routes.showRoster, ({ actor, query }) => showRoster(deps, actor, query)),
  serve(routes.saveRoster, ({ actor, body, once }) => saveRoster(deps, actor, body, once)),
  serve(routes.copyWeek, ({ actor, body, once }) => copyWeek(deps, actor, body, once)),
  serve(routes.getPersonRoster, ({ actor, params, query }) =>
    getPersonRoster(deps, actor, params.id, query.day),
  ),
  serve(routes.getOwnRoster, ({ actor, query }) => getOwnRoster(deps, actor, query.day)),
];

const leaveRoutes = (deps: StaffDeps): ServedRoute[] => [
  serve(routes.listLeave, ({ actor, query }) => listLeave(deps, actor, query)),
  serve(routes.getLeave, ({ actor, params }) => getLeave(deps, actor, params.id)),
  serve(routes.approveLeave, ({ actor, params, body, once }) =>
    decideLeave(deps, actor, params.id, { ...body, status: 'approved' }, once),
  ),
  serve(routes.refuseLeave, ({ actor, params, body, once }) =>
    decideLeave(deps, actor, params.id, { ...body, status: 'refused' }, once),
  ),
  serve(routes.listOwnLeave, ({ actor }) => listOwnLeave(deps, actor)),
  serve(routes.requestLeave, ({ actor, body, once }) => requestLeave(deps, actor, body, once)),
  serve(routes.cancelLeave, ({ actor, params, body, once }) =>
    cancelLeave(deps, actor, params.id, body.version, once),
  ),
];
