/** What the path of a file says about it. All paths are from the root, with forward slashes. */

export function topFolderOf(path: string): string | undefined {
  const slash = path.indexOf('/');
  return slash === -1 ? undefined : path.slice(0, slash);
}

/** `modules/registry/staff/server/x.ts` -> `registry/staff`. */
export function moduleOf(path: string): string | undefined {
  return /^modules\/([^/]+\/[^/]+)\//.exec(path)?.[1];
}

/** The rest of the path inside its module. */
export function insideModule(path: string): string | undefined {
  return /^modules\/[^/]+\/[^/]+\/(.+)$/.exec(path)?.[1];
}

/** A test, or what only tests use. */
export function isTest(path: string): boolean {
  return /(?:\.(?:test|e2e|fixture)|\/fixture)\.tsx?$/.test(path) || path.startsWith('test/');
}

/** Settings that a tool reads by its own rules. */
export function isToolConfig(path: string): boolean {
  return /(?:^|\/)[a-z-]+\.config\.ts$/.test(path);
}

export function isIn(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

/** Runs in a browser: the web folder, but for what builds it, and each module's own. */
export function isWeb(path: string): boolean {
  return (
    (path.startsWith('web/') || insideModule(path)?.startsWith('web/') === true) &&
    !path.startsWith('web/build/') &&
    !isToolConfig(path)
  );
}

/** Runs only on a server: composition, and what is inside a module's server folder or behind its door. */
export function isServer(path: string): boolean {
  const inside = insideModule(path);
  return (
    path.startsWith('server/') ||
    (inside !== undefined && (inside.startsWith('server/') || inside === 'index.ts'))
  );
}

/** A module's contract, which runs anywhere: `contract.ts` and the parts of a large one. */
export function isContract(path: string): boolean {
  const inside = insideModule(path);
  return inside !== undefined && /^contract(?:(?:-[a-z-]+)?\.ts$|\/)/.test(inside);
}
