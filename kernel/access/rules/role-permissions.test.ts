import { describe, expect, it } from 'vitest';

import { may } from '../authorise.ts';
import type { Actor, Scope } from '../contract-actor.ts';
import { administratorPermission, type Permission, permission } from '../contract-permission.ts';
import { checkRolePermissions, findUnfit, levelsOf, toGrants } from './role-permissions.ts';

const words = { 'zh-CN': '测试', en: 'test' };
const known = new Map<string, Permission>(
  [
    permission('files.view', words, ['centre', 'site', 'own']),
    permission('files.change', words, ['centre', 'site']),
    permission('plan.read', words),
    administratorPermission('audit', 'audit.search', words),
  ].map((declared) => [declared.name, declared]),
);

const check = (permissions: string[], administrator?: 'audit' | 'security') => () =>
  checkRolePermissions({ role: 'role', permissions, administrator }, known);

describe('the permissions of a role', () => {
  it('must exist', () => {
    expect(check(['files.burn'])).toThrow('access/permission-unknown');
  });

  it('never hold what belongs to an administrator, and an administrator only its own', () => {
    expect(check(['audit.search'])).toThrow('access/permission-reserved');
    expect(check(['audit.search@centre'])).toThrow('access/permission-reserved');
    expect(check(['audit.search'], 'security')).toThrow('access/permission-reserved');
    expect(check(['audit.search'], 'audit')).not.toThrow();
  });

  it('are fixed only to a level at which they make sense', () => {
    expect(check(['files.change@own'])).toThrow('access/scope-not-fitting');
    expect(check(['files.view@own', 'plan.read@centre'])).not.toThrow();
  });

  it('decide at which levels the role can be granted', () => {
    expect(levelsOf(['files.view', 'files.change'], known)).toEqual(['centre', 'site']);
    expect(levelsOf(['files.view', 'plan.read'], known)).toEqual(['centre']);
    expect(levelsOf(['files.view', 'plan.read@centre'], known)).toEqual(['centre', 'site', 'own']);
    expect(findUnfit(['files.view', 'plan.read'], 'site', known)).toBe('plan.read');
  });
});

describe('what somebody may do', () => {
  const site: Scope = { level: 'site', id: 's1' };
  const actorWith = (roles: Parameters<typeof toGrants>[0]): Actor => ({
    kind: 'staff',
    id: 'me',
    centreId: 1,
    name: '',
    grants: toGrants(roles),
  });
  const basics = {
    permissions: ['plan.read@centre', 'files.view@own'],
    administrator: null,
    isImplied: true,
    scope: { level: 'own' },
  } as const;

  it('follows the scope of the grant, or the level fixed in the role', () => {
    const actor = actorWith([
      {
        permissions: ['files.change', 'plan.read@centre'],
        administrator: null,
        isImplied: false,
        scope: site,
      },
    ]);
    expect(may(actor, 'files.change', { siteId: 's1' })).toBe(true);
    expect(may(actor, 'files.change', { siteId: 's2' })).toBe(false);
    expect(may(actor, 'plan.read')).toBe(true);
  });

  it('leaves an administrator only their own records of what all staff may do', () => {
    const actor = actorWith([
      basics,
      {
        permissions: ['audit.search'],
        administrator: 'audit',
        isImplied: false,
        scope: { level: 'centre' },
      },
    ]);
    expect(may(actor, 'audit.search')).toBe(true);
    expect(may(actor, 'plan.read')).toBe(false);
    expect(may(actor, 'files.view', { ownerId: 'me' })).toBe(true);
    expect(may(actor, 'files.view', { ownerId: 'you' })).toBe(false);
  });
});
