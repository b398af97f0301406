import type { RoleDefinition } from '#kernel/access/index.ts';

/** What people of a town do for the centre, each at the sites of the town. */
export const townRoles: readonly RoleDefinition[] = [
  {
    role: 'premises-checker',
    title: { 'zh-CN': '住所初核员（街镇）', en: 'Checker of premises for a town' },
    permissions: ['organisation.view@centre', 'premises.view', 'premises.check'],
  },
];
