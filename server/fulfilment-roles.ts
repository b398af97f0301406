import type { RoleDefinition } from '#kernel/access/index.ts';

/** What everybody does who hands seals and parcels to people at a window. */
export const handlesFulfilment = [
  'seals.view@centre',
  'seals.handle@centre',
  'courier.view@centre',
  'courier.handle@centre',
] as const;

/** Roles of what follows a decision: seals and parcels, and their bills. */
export const fulfilmentRoles: readonly RoleDefinition[] = [
  {
    role: 'fulfilment-manager',
    title: { 'zh-CN': '印章快递管理员', en: 'Manager of seals and parcels' },
    permissions: [
      'organisation.view@centre',
      ...handlesFulfilment,
      'seals.manage@centre',
      'seals.settle@centre',
      'courier.manage@centre',
      'courier.settle@centre',
      'parties.view',
      'licences.view',
      'imports.use@centre',
    ],
  },
];
