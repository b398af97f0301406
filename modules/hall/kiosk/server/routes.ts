import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import type { KioskDeps } from './deps.ts';
import { closeLink, getLink, openLink } from './links/own-links.ts';
import { joinLink } from './links/phone.ts';
import { receiveFiles } from './links/receive-files.ts';
import { changeSettings, getOwnTimes, getSettings } from './settings.ts';
import { endVisit } from './visits/end-visit.ts';
import { openVisit } from './visits/open-visit.ts';

export function createRoutes(deps: KioskDeps): ServedRoute[] {
  return [
    serve(routes.openVisit, ({ actor, body, locale }) => openVisit(deps, actor, body, locale)),
    serve(routes.getOwnTimes, ({ actor }) => getOwnTimes(deps, actor)),
    serve(routes.getSettings, ({ actor }) => getSettings(deps, actor)),
    serve(routes.changeSettings, ({ actor, body, once }) =>
      changeSettings(deps, actor, body, once),
    ),
    serve(routes.endVisit, ({ actor, body }) => endVisit(deps, actor, body)),
    serve(routes.openLink, ({ actor, body }) => openLink(deps, actor, body)),
    serve(routes.getLink, ({ actor, params }) => getLink(deps, actor, params.id)),
    serve(routes.closeLink, ({ actor, params }) => closeLink(deps, actor, params.id)),
    serve(routes.joinLink, ({ actor, body }) => joinLink(deps, actor, body)),
    serve(routes.sendFiles, ({ actor, raw }) => receiveFiles(deps, actor, raw)),
  ];
}
