import { readdirSync, readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';

import type { ScopeLevel } from '#kernel/access/contract-actor.ts';
import { findUnfit } from '#kernel/access/rules/role-permissions.ts';

import { allPermissions, defaultRoles } from './roles.ts';

const centres = new URL('../centres/', import.meta.url);
const known = new Map(allPermissions.map((permission) => [permission.name, permission]));
const roles = new Map(defaultRoles().map(({ role, permissions }) => [role, permissions]));

/** Each role at each level at which the people of a centre hold it, as `window-clerk@window`. */
function listHeld(centre: string): Set<string> {
  const sheet = readFileSync(new URL(`${centre}/staff/staff.csv`, centres));
  const people: Array<{ roles: string }> = parse(sheet, { columns: true, bom: true });
  return new Set(
    people
      .flatMap((person) => person.roles.split(/[|;；]/u))
      .map((held) => held.trim().split(':')[0] ?? '')
      .filter((held) => held !== ''),
  );
}

test.each(readdirSync(centres))('the people of %s can hold their roles where they do', (centre) => {
  const held = listHeld(centre);
  expect(held.size).toBeGreaterThan(5);
  const unfit = [...held].flatMap((each) => {
    const [role = '', level = ''] = each.split('@');
    const permissions = roles.get(role);
    if (permissions === undefined) return `${each}: no such role`;
    const permission = findUnfit(permissions, level as ScopeLevel, known);
    return permission === undefined ? [] : `${each}: ${permission}`;
  });
  expect(unfit).toEqual([]);
});
