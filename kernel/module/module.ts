import type { Permission } from '../access/contract-permission.ts';
import type { EventKind } from '../events/contract.ts';
import type { Listener } from '../events/listener.ts';
import type { FilePurpose } from '../files/purpose.ts';
import type { RouteContract } from '../http/contract.ts';
import type { ServedRoute } from '../http/handler.ts';
import type { Importer } from '../imports/importer.ts';
import type { Job } from '../jobs/contract.ts';
import type { Topic } from '../live/topic.ts';
import type { ProblemKind, Words } from '../problems/contract.ts';
import type { Measure } from './measure.ts';

/** What a running module offers: its door for other modules, and what the server runs for it. */
export interface ModuleInstance<Api> {
  readonly api: Api;
  readonly routes: readonly ServedRoute[];
  readonly listeners?: readonly Listener[];
  readonly jobs?: readonly Job[];
  /** Topics of the live channel on which its events are shown, with who may follow. */
  readonly topics?: readonly Topic[];
  /** Sheets that go in and out. */
  readonly importers?: readonly Importer[];
  /** Uses of stored files: who may send and who may read. */
  readonly filePurposes?: readonly FilePurpose[];
  /** Figures that its records give by themselves, for targets and reports. */
  readonly measures?: readonly Measure[];
}

/**
 * The declaration of a module or of a kernel part with routes: its table of contents. The static part
 * feeds the reference, the permission walk and the gates; `create` makes it run.
 */
export interface ModuleDeclaration<Deps, Api> {
  /** `family/name`, or `kernel/part`. */
  readonly name: string;
  readonly title: Words;
  readonly permissions: readonly Permission[];
  readonly events: readonly EventKind[];
  readonly problems: readonly ProblemKind[];
  readonly routes: Readonly<Record<string, RouteContract>>;
  /** Folder of the module's own migrations. */
  readonly migrations?: URL;
  readonly create: (deps: Deps) => ModuleInstance<Api>;
}

/** Declares a module. */
export function defineModule<Deps, Api>(
  declaration: ModuleDeclaration<Deps, Api>,
): ModuleDeclaration<Deps, Api> {
  return declaration;
}
