import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { checkedBy, IdParams, pageOf } from '#kernel/http/shapes.ts';
import { normaliseUscc, parseUscc } from '#kernel/ids/uscc.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import {
  BASE,
  Closure,
  Code,
  DepartmentKind,
  NameEn,
  NameZh,
  Order,
  Phone,
  RecordQuery,
  RecordState,
  Version,
} from './shapes.ts';

/** What is typed for a department (进驻部门): a body whose work is done at the centre's windows. */
export const DepartmentInput = z.object({
  code: Code,
  nameZh: NameZh,
  nameEn: NameEn,
  shortZh: z.string().trim().min(1).max(40),
  kind: DepartmentKind,
  uscc: checkedBy(parseUscc).transform(normaliseUscc),
  phone: Phone,
  order: Order,
});
export type DepartmentInput = z.infer<typeof DepartmentInput>;

export const Department = DepartmentInput.extend(RecordState.shape).extend({
  uscc: z.string(),
  isDemonstration: z.boolean(),
  /** Windows in use that serve it. */
  windowCount: z.number().int(),
});
export type Department = z.infer<typeof Department>;

export const ListDepartmentsQuery = RecordQuery.extend({ kind: DepartmentKind.optional() });
export type ListDepartmentsQuery = z.infer<typeof ListDepartmentsQuery>;

export const departmentRoutes = {
  listDepartments: route({
    name: 'organisation.listDepartments',
    method: 'GET',
    path: `${BASE}/departments`,
    summary: 'Departments of the centre, in their order',
    admission: permissions.view,
    query: ListDepartmentsQuery,
    response: pageOf(Department),
  }),
  getDepartment: route({
    name: 'organisation.getDepartment',
    method: 'GET',
    path: `${BASE}/departments/:id`,
    summary: 'One department',
    admission: permissions.view,
    params: IdParams,
    response: Department,
  }),
  createDepartment: route({
    name: 'organisation.createDepartment',
    method: 'POST',
    path: `${BASE}/departments`,
    summary: 'Add a department',
    admission: permissions.manage,
    body: DepartmentInput,
    response: Department,
    status: 201,
    idempotency: 'required',
    problems: [problems.codeTaken],
  }),
  changeDepartment: route({
    name: 'organisation.changeDepartment',
    method: 'PUT',
    path: `${BASE}/departments/:id`,
    summary: 'Change a department',
    admission: permissions.manage,
    params: IdParams,
    body: DepartmentInput.extend(Version.shape),
    response: Department,
    idempotency: 'optional',
    problems: [problems.codeTaken],
  }),
  closeDepartment: route({
    name: 'organisation.closeDepartment',
    method: 'POST',
    path: `${BASE}/departments/:id/closure`,
    summary: 'Close a department; its history stays',
    admission: permissions.manage,
    params: IdParams,
    body: Closure,
    response: Department,
    idempotency: 'optional',
    problems: [problems.departmentInUse, problems.alreadyClosed, problems.closedInFuture],
  }),
  reopenDepartment: route({
    name: 'organisation.reopenDepartment',
    method: 'POST',
    path: `${BASE}/departments/:id/reopening`,
    summary: 'Take a closed department into use again',
    admission: permissions.manage,
    params: IdParams,
    body: Version,
    response: Department,
    idempotency: 'optional',
    problems: [problems.notClosed],
  }),
} as const;
