import type { Scope } from '#kernel/access/contract-actor.ts';
import { accessProblems } from '#kernel/access/contract-problems.ts';
import { mayHoldTogether, type RoleFacts } from '#kernel/access/rules/separation.ts';
import type { Words } from '#kernel/problems/contract.ts';
import type { Directory, Lookup } from '#modules/registry/organisation/index.ts';

export interface RoleAt {
  readonly role: string;
  readonly scope: Scope;
}

/** Reads `role@scope`: `centre`, `own`, `site:<code>`, `department:<code>`, `window:<site>/<number>`. Undefined when it names nothing known. */
export function parseRole(text: string, directory: Directory): RoleAt | undefined {
  const [role = '', place = ''] = text.split('@');
  if (place === 'centre' || place === 'own') return { role, scope: { level: place } };
  const colon = place.indexOf(':');
  const level = place.slice(0, colon);
  const code = place.slice(colon + 1);
  const places: Readonly<Record<string, Lookup<{ readonly id: string }>>> = {
    site: directory.sites,
    department: directory.departments,
    window: directory.windows,
  };
  const id = places[level]?.byCode.get(code)?.id;
  if (id === undefined) return undefined;
  return { role, scope: { level: level as 'site' | 'department' | 'window', id } };
}

/** Writes a role as sheets do. */
export function writeRole({ role, scope }: RoleAt, directory: Directory): string {
  switch (scope.level) {
    case 'centre':
    case 'own':
      return `${role}@${scope.level}`;
    case 'site':
      return `${role}@site:${directory.sites.byId.get(scope.id)?.code ?? scope.id}`;
    case 'department':
      return `${role}@department:${directory.departments.byId.get(scope.id)?.code ?? scope.id}`;
    case 'window':
      return `${role}@window:${directory.windows.byId.get(scope.id)?.key ?? scope.id}`;
  }
}

/** Why these roles cannot be given to one person; undefined when they can. The same rules as kernel/access keeps. */
export function whyNotTogether(
  texts: readonly string[],
  directory: Directory,
  known: ReadonlyMap<string, RoleFacts>,
): Words | undefined {
  const facts: RoleFacts[] = [];
  for (const text of texts) {
    const parsed = parseRole(text, directory);
    if (parsed === undefined)
      return {
        'zh-CN': `角色应写作“角色@范围”，范围须存在：${text}`,
        en: `Write role@scope with a scope that exists: ${text}`,
      };
    const fact = known.get(parsed.role);
    if (fact === undefined)
      return { 'zh-CN': `没有这个角色：${parsed.role}`, en: `No such role: ${parsed.role}` };
    facts.push(fact);
  }
  return mayHoldTogether(facts) ? undefined : accessProblems.dutiesApart.title;
}
