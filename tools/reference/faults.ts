import type { Declared } from './pages.ts';

/**
 * What types cannot say of declarations: names are unique and well formed, and what a route asks or
 * answers is declared by somebody. One sentence each.
 */
export function findFaults(declared: Declared): string[] {
  const { routes, permissions, problems, events } = declared;
  return [
    ...repeated(
      'route name',
      routes.map(({ name }) => name),
    ),
    ...repeated(
      'route',
      routes.map(({ method, path }) => `${method} ${path}`),
    ),
    ...repeated(
      'permission',
      permissions.map(({ name }) => name),
    ),
    ...repeated(
      'problem',
      problems.map(({ code }) => code),
    ),
    ...repeated(
      'event',
      events.map(({ name }) => name),
    ),
    ...malformed(
      'route name',
      /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/,
      routes.map(({ name }) => name),
    ),
    ...malformed(
      'route',
      /^\/(?:[a-z0-9.-]+|:[a-z][A-Za-z]*)?(?:\/(?:[a-z0-9.-]+|:[a-z][A-Za-z]*))*$/,
      routes.map(({ path }) => path),
    ),
    ...malformed(
      'permission',
      /^[a-z-]+\.[a-z]+(?:-[a-z]+)*$/,
      permissions.map(({ name }) => name),
    ),
    ...malformed(
      'problem',
      /^[a-z-]+\/[a-z]+(?:-[a-z]+)*$/,
      problems.map(({ code }) => code),
    ),
    ...malformed(
      'event',
      /^[a-z-]+\.[a-z]+(?:-[a-z]+)*$/,
      events.map(({ name }) => name),
    ),
    ...undeclared(declared),
  ];
}

function repeated(kind: string, names: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = names.filter((name) => seen.size === seen.add(name).size);
  return twice.map((name) => `two declarations of the ${kind} ${name}`);
}

function malformed(kind: string, pattern: RegExp, names: readonly string[]): string[] {
  return names
    .filter((name) => !pattern.test(name))
    .map((name) => `${kind} ${name} is not of the form ${pattern.source}`);
}

function undeclared({ routes, permissions, problems }: Declared): string[] {
  const known = new Set([
    ...permissions.map(({ name }) => name),
    ...problems.map(({ code }) => code),
  ]);
  return routes.flatMap(({ name, admission, problems: own = [] }) => {
    const asked = typeof admission === 'string' ? [] : [admission.name];
    return [...asked, ...own.map(({ code }) => code)]
      .filter((one) => !known.has(one))
      .map((one) => `${name} uses ${one}, which no module declares`);
  });
}
