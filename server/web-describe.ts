import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Plugin } from 'vite';

/** What a build says of itself in `dist/web/build.json`: what it was made from, and which addresses exist. */
export interface BuildDescription {
  /** SHA-1 of each source file of ours, by its path from the root. */
  readonly sources: Readonly<Record<string, string>>;
  /** How many modules were bundled, ours and others: the measure of progress of the next build. */
  readonly modules: number;
  /** The addresses of the pages of each surface, places as `:name`. */
  readonly surfaces: readonly SurfaceDescription[];
}

export interface SurfaceDescription {
  readonly name: string;
  readonly path: string;
  readonly pages: readonly string[];
}

/** Files that shape a build without being bundled. */
const beside = [
  'vite.config.ts',
  'package-lock.json',
  'web/surfaces/surfaces.json',
  'server/web-describe.ts',
];

const LEAST_WORTH_COMPRESSING = 1024;

/** Writes `build.json`, compresses what is served, and tells a parent process how far the build is. */
export function describeBuild(root: string, surfaces: readonly SurfaceDescription[]): Plugin {
  const ours = new Set<string>(beside);
  let modules = 0;
  return {
    name: 'describe-build',
    apply: 'build',
    moduleParsed({ id }) {
      modules += 1;
      if (modules % 50 === 0) process.send?.({ modules });
      const path = relative(root, id.split('?', 1)[0] ?? id);
      if (isAbsolute(id) && !path.startsWith('..') && !path.startsWith('node_modules'))
        ours.add(path);
    },
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) throw new Error('The build has no folder');
      await Promise.all(
        Object.keys(bundle)
          .filter((name) => /\.(?:js|css|svg|json)$/.test(name))
          .map((name) => compress(join(dir, name))),
      );
      const description: BuildDescription = {
        sources: await hashFiles(root, [...ours].toSorted()),
        modules,
        surfaces,
      };
      await writeFile(join(dir, 'build.json'), JSON.stringify(description));
    },
  };
}

/** SHA-1 of each file, by its path; a file that is gone has an empty one. */
export async function hashFiles(
  root: string,
  paths: readonly string[],
): Promise<Record<string, string>> {
  const pairs = paths.map(async (path) => {
    const content = await readFile(join(root, path)).catch(() => undefined);
    return [
      path,
      content === undefined ? '' : createHash('sha1').update(content).digest('base64url'),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < LEAST_WORTH_COMPRESSING) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  await Promise.all([
    brotli(content, { params }).then((small) => writeFile(`${path}.br`, small)),
    zip(content, { level: 9 }).then((small) => writeFile(`${path}.gz`, small)),
  ]);
}
