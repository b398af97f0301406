import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { changeDepartment } from './change-department.ts';
import { closeDepartment } from './close-department.ts';
import { createDepartment } from './create-department.ts';
import { getDepartment } from './get-department.ts';
import { listDepartments } from './list-departments.ts';
import { reopenDepartment } from './reopen-department.ts';

export function createDepartmentRoutes(deps: OrganisationDeps): ServedRoute[] {
  return [
    serve(routes.listDepartments, ({ actor, query }) => listDepartments(deps, actor, query)),
    serve(routes.getDepartment, ({ actor, params }) => getDepartment(deps, actor, params.id)),
    serve(routes.createDepartment, ({ actor, body, once }) =>
      createDepartment(deps, actor, body, once),
    ),
    serve(routes.changeDepartment, ({ actor, params, body, once }) =>
      changeDepartment(deps, actor, params.id, body, once),
    ),
    serve(routes.closeDepartment, ({ actor, params, body, once }) =>
      closeDepartment(deps, actor, params.id, body, once),
    ),
    serve(routes.reopenDepartment, ({ actor, params, body, once }) =>
      reopenDepartment(deps, actor, params.id, body.version, once),
    ),
  ];
}
