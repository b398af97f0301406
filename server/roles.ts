import type { Duty, Permission } from '#kernel/access/contract-permission.ts';
import type { RoleDefinition } from '#kernel/access/index.ts';

import { declarations } from './modules.ts';

/** Every permission of the product. */
export const allPermissions: readonly Permission[] = declarations.flatMap((declaration) => [
  ...declaration.permissions,
]);

const reservedFor = (duty: Duty) =>
  allPermissions
    .filter((permission) => permission.reservedFor === duty)
    .map((permission) => permission.name);

/**
 * The roles that the product brings along. The three administrators stand alone (GB/T 22239-2019): the
 * system administrator keeps the machines, the security administrator the accounts and roles, the audit
 * administrator reads the log; none of them sees the work of the centre.
 */
export function defaultRoles(): readonly RoleDefinition[] {
  const known = new Set(allPermissions.map((permission) => permission.name));
  // A module that is not in this installation takes its permissions with it.
  const present = (names: readonly string[]) =>
    names.filter((name) => known.has(name.split('@')[0] ?? name));
  return ROLES.map((role) => ({ ...role, permissions: present(role.permissions) }));
}

const seesThePlace = ['organisation.view@centre'];

const ROLES: readonly RoleDefinition[] = [
  {
    role: 'system-admin',
    title: { 'zh-CN': '系统管理员', en: 'System administrator' },
    administrator: 'system',
    permissions: [
      ...reservedFor('system'),
      'jobs.view@centre',
      'jobs.manage@centre',
      'events.view@centre',
      'events.manage@centre',
      'calendar.manage@centre',
      'notify.view-outbox@centre',
      'notify.manage-outbox@centre',
    ],
  },
  {
    role: 'security-admin',
    title: { 'zh-CN': '安全管理员', en: 'Security administrator' },
    administrator: 'security',
    permissions: [...reservedFor('security')],
  },
  {
    role: 'audit-admin',
    title: { 'zh-CN': '安全审计员', en: 'Audit administrator' },
    administrator: 'audit',
    permissions: [...reservedFor('audit')],
  },
  {
    role: 'staff-member',
    title: { 'zh-CN': '工作人员（基本）', en: 'Member of staff' },
    impliedFor: 'staff',
    permissions: ['staff.view-own', 'staff.request-leave', 'evaluation.view@own'],
  },
  {
    role: 'citizen',
    title: { 'zh-CN': '办事群众和企业', en: 'Citizen or firm' },
    impliedFor: 'citizen',
    permissions: [
      'queue.take',
      'cases.view-own',
      'cases.apply',
      'appointments.book-own',
      'parties.view-own',
      'parties.change-own',
      'licences.view-own',
      'evaluation.rate-own',
    ],
  },
  {
    role: 'device',
    title: { 'zh-CN': '设备', en: 'Device' },
    impliedFor: 'device',
    permissions: ['devices.serve', 'queue.serve', 'evaluation.collect', 'appointments.serve'],
  },
  {
    role: 'organisation-manager',
    title: { 'zh-CN': '机构管理员', en: 'Organisation manager' },
    permissions: [
      'organisation.view',
      'organisation.manage',
      'organisation.operate-windows',
      'calendar.manage@centre',
      'imports.use@centre',
      'staff.view',
    ],
  },
  {
    role: 'hr-manager',
    title: { 'zh-CN': '人事管理员', en: 'Human resources' },
    permissions: [
      'organisation.view@centre',
      'staff.view',
      'staff.manage',
      'staff.assign',
      'staff.roster',
      'staff.approve-leave',
      'staff.reveal',
      'staff.exchange',
      'imports.use@centre',
    ],
  },
  {
    role: 'hall-manager',
    title: { 'zh-CN': '大厅值班长', en: 'Hall manager' },
    permissions: [
      'queue.view',
      'queue.call',
      'queue.issue',
      'queue.allow-green',
      'queue.manage',
      'queue.report',
      'evaluation.view',
      'evaluation.invite',
      'evaluation.assign@centre',
      'evaluation.export@centre',
      'evaluation.manage-settings@centre',
      'cases.view',
      'cases.intake',
      'cases.manage-settings@centre',
      'appointments.view',
      'appointments.check-in',
      'appointments.book',
      'appointments.manage',
      'appointments.excuse',
      'appointments.export',
      'appointments.manage-settings@centre',
      'organisation.view',
      'organisation.operate-windows',
      'staff.view',
      'staff.assign',
      'staff.roster',
      'staff.approve-leave',
      'devices.view',
      'devices.report',
      'licences.view',
      'licences.verify',
      'notify.view-outbox@centre',
    ],
  },
  {
    role: 'window-clerk',
    title: { 'zh-CN': '综窗人员', en: 'Window clerk' },
    permissions: [
      'queue.view',
      'queue.call',
      'queue.issue',
      'evaluation.view',
      'evaluation.invite',
      'cases.view',
      'cases.intake',
      'cases.accept',
      'cases.deliver',
      'appointments.view@centre',
      'appointments.check-in@centre',
      'appointments.book@centre',
      ...seesThePlace,
      'organisation.operate-windows',
      'parties.view',
      'parties.register',
      'parties.verify',
      'parties.manage-representatives',
      'licences.view',
      'licences.verify',
      'devices.report',
      'matters.view@centre',
    ],
  },
  {
    role: 'department-approver',
    title: { 'zh-CN': '部门审批人员', en: 'Department approver' },
    permissions: [
      'evaluation.view',
      ...seesThePlace,
      'cases.view',
      'cases.accept',
      'cases.examine',
      'cases.decide',
      'cases.advise',
      'cases.issue',
      'cases.deliver',
      'cases.archive',
      'cases.assign',
      'cases.export',
      'parties.view',
      'staff.view',
      'matters.view@centre',
      'licences.view',
      'licences.verify',
      'licences.manage',
    ],
  },
  {
    role: 'matters-manager',
    title: { 'zh-CN': '事项管理员', en: 'Matters manager' },
    permissions: [...seesThePlace, 'matters.view', 'matters.draft', 'imports.use@centre'],
  },
  {
    role: 'matters-publisher',
    title: { 'zh-CN': '事项审核发布人员', en: 'Publisher of matters' },
    permissions: [...seesThePlace, 'matters.view', 'matters.publish'],
  },
  {
    role: 'department-head',
    title: { 'zh-CN': '部门负责人', en: 'Head of department' },
    permissions: [
      'evaluation.view',
      'evaluation.handle',
      'evaluation.reveal',
      'evaluation.export',
      ...seesThePlace,
      'cases.view',
      'cases.advise',
      'cases.assign',
      'cases.decide',
      'cases.extend',
      'cases.revoke',
      'cases.export',
      'matters.view@centre',
      'licences.view',
      'parties.view',
      'staff.view',
    ],
  },
  {
    role: 'service-supervisor',
    title: { 'zh-CN': '服务监督员', en: 'Supervisor of services' },
    permissions: [
      ...seesThePlace,
      'staff.view',
      'evaluation.view@centre',
      'evaluation.assign@centre',
      'evaluation.review@centre',
      'evaluation.call-back@centre',
      'evaluation.reveal@centre',
      'evaluation.export@centre',
      'evaluation.manage-settings@centre',
    ],
  },
  {
    role: 'registrar',
    title: { 'zh-CN': '主体登记员', en: 'Registrar of parties' },
    permissions: [
      ...seesThePlace,
      'parties.view',
      'parties.register',
      'parties.verify',
      'parties.reveal',
      'parties.merge',
      'parties.erase',
      'parties.manage-settings',
      'parties.manage-representatives',
      'imports.use@centre',
    ],
  },
  {
    role: 'licence-manager',
    title: { 'zh-CN': '证照管理员', en: 'Licence manager' },
    permissions: [
      ...seesThePlace,
      'parties.view',
      'licences.view',
      'licences.verify',
      'licences.manage',
      'licences.export',
      'licences.manage-kinds@centre',
      'imports.use@centre',
    ],
  },
  {
    role: 'device-manager',
    title: { 'zh-CN': '设备管理员', en: 'Device manager' },
    permissions: [
      'organisation.view@centre',
      'devices.view',
      'devices.manage',
      'devices.operate',
      'devices.report',
      'imports.use@centre',
      'files.manage@centre',
      'notify.view-outbox@centre',
      'notify.manage-outbox@centre',
    ],
  },
  {
    role: 'finance',
    title: { 'zh-CN': '财务人员', en: 'Finance' },
    permissions: [
      ...seesThePlace,
      'budget.view@centre',
      'budget.draft@centre',
      'contracts.view',
    ],
  },
  {
    role: 'finance-maker',
    title: { 'zh-CN': '财务经办', en: 'Finance, maker' },
    permissions: [...seesThePlace, 'contracts.view', 'contracts.prepare', 'imports.use@centre'],
  },
  {
    role: 'finance-checker',
    title: { 'zh-CN': '财务审核', en: 'Finance, checker' },
    permissions: [
      ...seesThePlace,
      'contracts.view',
      'contracts.check',
      'contracts.manage-rules',
      'imports.use@centre',
    ],
  },
  {
    role: 'finance-approver',
    title: { 'zh-CN': '财务审批', en: 'Finance, approver' },
    permissions: [...seesThePlace, 'contracts.view', 'contracts.approve'],
  },
  {
    role: 'budget-approver',
    title: { 'zh-CN': '预算审批人员', en: 'Budget approver' },
    permissions: [
      ...seesThePlace,
      'budget.view@centre',
      'budget.approve@centre',
      'budget.publish@centre',
    ],
  },
  {
    role: 'publicity',
    title: { 'zh-CN': '宣传人员', en: 'Publicity' },
    permissions: [...seesThePlace],
  },
];
