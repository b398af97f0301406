/**
 * The families of modules, from the ground up. A module may use its own family and those before it,
 * never one that comes later; a lower module that needs a higher one publishes an event or declares a
 * port in its contract, which `server/modules.ts` plugs.
 */
export const families = [
  'registry',
  'casework',
  'hall',
  'channels',
  'fulfilment',
  'operations',
  'finance',
] as const;
export type Family = (typeof families)[number];

/** What a module is, in one line, for people who choose where to read. */
export interface OneLine {
  readonly en: string;
  readonly 'zh-CN': string;
}

export interface ModuleDefinition {
  readonly line: OneLine;
  /** Modules whose `index.ts`, `contract.ts` or `web/index.ts` this one may import. */
  readonly mayImport: readonly string[];
}

/** The shape of the whole program: what exists, what may see what, and where a few things are at home. */
export interface Architecture {
  readonly topFolders: readonly string[];
  readonly kernelParts: Readonly<Record<string, string>>;
  readonly modules: Readonly<Record<string, ModuleDefinition>>;
  /** For each top folder those it may import; a folder may always import itself. */
  readonly layers: Readonly<Record<string, readonly string[]>>;
  /** Packages that run in a browser; `contract.ts` and everything for the web may reach only these. */
  readonly browserPackages: readonly string[];
  /** Folders whose pages run on a device of the hall: plain React and CSS. */
  readonly deviceFolders: readonly string[];
  readonly homes: Readonly<Record<Confined, readonly string[]>>;
  /** Words of the domain that the kernel must not know. */
  readonly domainWords: readonly string[];
  /** Names of one centre, which only that centre's data may say. */
  readonly centreWords: readonly string[];
  /** The gate fails when it read less than this: a checker that silently reads nothing is green. */
  readonly floor: { readonly files: number; readonly imports: number; readonly modules: number };
}

/** Things that are written in a few folders only, because everywhere else they make code untestable. */
export type Confined = 'environment' | 'time' | 'randomness' | 'console' | 'query-builder';

/** Names each module once; `mayImport` accepts only names that are defined here. */
export function defineModules<const Name extends `${Family}/${string}`>(
  modules: Record<Name, { line: OneLine; mayImport: ReadonlyArray<NoInfer<Name>> }>,
): Readonly<Record<Name, ModuleDefinition>> {
  return modules;
}

/** `registry/staff` -> `registry`; undefined when the name does not start with a family. */
export function familyOf(module: string): Family | undefined {
  const first = module.split('/', 1)[0];
  return families.find((family) => family === first);
}
