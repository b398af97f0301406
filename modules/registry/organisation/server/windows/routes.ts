import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { changeWindowState } from './change-window-state.ts';
import { changeWindow } from './change-window.ts';
import { closeWindow } from './close-window.ts';
import { createWindow } from './create-window.ts';
import { getWindow } from './get-window.ts';
import { listWindowStates } from './list-window-states.ts';
import { listWindows } from './list-windows.ts';
import { reopenWindow } from './reopen-window.ts';

export function createWindowRoutes(deps: OrganisationDeps): ServedRoute[] {
  return [
    serve(routes.listWindows, ({ actor, query }) => listWindows(deps, actor, query)),
    serve(routes.getWindow, ({ actor, params }) => getWindow(deps, actor, params.id)),
    serve(routes.createWindow, ({ actor, body, once }) => createWindow(deps, actor, body, once)),
    serve(routes.changeWindow, ({ actor, params, body, once }) =>
      changeWindow(deps, actor, params.id, body, once),
    ),
    serve(routes.closeWindow, ({ actor, params, body, once }) =>
      closeWindow(deps, actor, params.id, body, once),
    ),
    serve(routes.reopenWindow, ({ actor, params, body, once }) =>
      reopenWindow(deps, actor, params.id, body.version, once),
    ),
    serve(routes.changeWindowState, ({ actor, params, body, once }) =>
      changeWindowState(deps, actor, params.id, body, once),
    ),
    serve(routes.listWindowStates, ({ actor, params, query }) =>
      listWindowStates(deps, actor, params.id, query),
    ),
  ];
}
