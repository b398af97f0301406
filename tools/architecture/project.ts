import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

import type { Architecture } from './model.ts';
import { type ImportMention, readSource, type SourceFile } from './source.ts';

/** An import with what it leads to. */
export interface Edge extends ImportMention {
  /** Path of the file, when it is one of ours; an asset such as a style sheet too. */
  readonly to: string | undefined;
  /** Name of the package, or `node:...`, when it is not ours. */
  readonly package: string | undefined;
}

/** Everything that was read, once, for all rules. */
export interface Project {
  readonly root: string;
  readonly architecture: Architecture;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly edges: ReadonlyMap<string, readonly Edge[]>;
  /** Every file of the root and below the top folders, whatever its kind. */
  readonly paths: ReadonlySet<string>;
  /** Folders at the root, without hidden ones. */
  readonly topFolders: readonly string[];
  readonly readText: (path: string) => string;
}

const skipped = new Set(['node_modules', 'data', 'dist', '.git', '.cache', 'test-results']);
const sourceEnding = /\.(?:ts|tsx|mjs)$/;

/** Reads and parses the whole tree. Throws when a file cannot be parsed. */
export function readProject(root: string, architecture: Architecture): Project {
  const entries = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => !skipped.has(entry.name) && !entry.name.startsWith('.'),
  );
  const topFolders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const paths = new Set<string>(listFiles(root, architecture.topFolders));
  for (const entry of entries) if (entry.isFile()) paths.add(entry.name);
  const files = new Map<string, SourceFile>();
  for (const path of paths) {
    if (!sourceEnding.test(path) || path.endsWith('.d.ts')) continue;
    files.set(path, readSource(path, readFileSync(join(root, path), 'utf8')));
  }
  const folders = readImportMap(root);
  const edges = new Map<string, readonly Edge[]>();
  for (const file of files.values()) {
    edges.set(
      file.path,
      file.imports.map((mention) => resolveImport(root, file.path, mention, folders)),
    );
  }
  const readText = (path: string) => readFileSync(join(root, path), 'utf8');
  return { root, architecture, files, edges, paths, topFolders, readText };
}

function listFiles(root: string, topFolders: readonly string[]): string[] {
  const found: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      // A centre's `data` folder is its input; `data` elsewhere is the running database.
      if (entry.isDirectory() && (!skipped.has(entry.name) || folder.startsWith('centres/')))
        visit(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  for (const folder of topFolders) if (existsSync(join(root, folder))) visit(folder);
  return found.toSorted();
}

type ImportMap = ReadonlyMap<string, string>;

function readImportMap(root: string): ImportMap {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    imports?: Record<string, string>;
  };
  const entries = Object.entries(manifest.imports ?? {});
  return new Map(
    entries.map(([key, value]) => [key.replace('*', ''), value.replace('*', '').replace('./', '')]),
  );
}

function resolveImport(
  root: string,
  from: string,
  mention: ImportMention,
  folders: ImportMap,
): Edge {
  const { specifier } = mention;
  const own = ownPath(from, specifier, folders);
  if (own === undefined) return { ...mention, to: undefined, package: packageOf(specifier) };
  const path = own.replace(/\?.*$/, '');
  const exists = existsSync(join(root, path)) && /\.[a-z0-9]+$/i.test(path);
  return { ...mention, to: exists ? path : undefined, package: undefined };
}

function ownPath(from: string, specifier: string, folders: ImportMap): string | undefined {
  if (specifier.startsWith('.')) return posix.join(dirname(from), specifier);
  if (!specifier.startsWith('#')) return undefined;
  for (const [prefix, folder] of folders) {
    if (specifier === prefix) return folder;
    if (prefix.endsWith('/') && specifier.startsWith(prefix))
      return posix.join(folder, specifier.slice(prefix.length));
  }
  return specifier;
}

/** `@scope/name/deep` -> `@scope/name`; `node:fs/promises` -> `node:fs`. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier.split('/', 1)[0] ?? specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
