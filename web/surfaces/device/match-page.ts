import type { PageDefinition } from '../../kit/pages.ts';

/** The page of an address on a surface without a router, with the places of its path. */
export function matchPage(
  pages: readonly PageDefinition[],
  path: string,
):
  | { readonly page: PageDefinition; readonly params: Readonly<Record<string, string>> }
  | undefined {
  const parts = split(path);
  // A path that is spelt out goes before one with places.
  const ordered = pages.toSorted((a, b) => a.path.split('$').length - b.path.split('$').length);
  for (const page of ordered) {
    const params = matchParts(split(page.path), parts);
    if (params) return { page, params };
  }
  return undefined;
}

function split(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}

function matchParts(
  pattern: readonly string[],
  parts: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const given = parts[index] ?? '';
    if (part.startsWith('$')) params[part.slice(1)] = decodeURIComponent(given);
    else if (part !== given) return undefined;
  }
  return params;
}
