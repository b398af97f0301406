import type { Permission } from '#kernel/access/contract-permission.ts';
import type { Words } from '#kernel/problems/contract.ts';

import type { SurfaceName } from './surface-names.ts';

/** One thing found by the search box of a staff surface. */
export interface SearchHit {
  readonly id: string;
  readonly title: string;
  readonly detail?: string | undefined;
  /** Path of the page that shows it, below the surface. */
  readonly to: string;
  /** What of that page is shown: its search, filters or the opened record. */
  readonly search?: Readonly<Record<string, string>>;
}

/** A kind of thing that can be searched. The server knows Chinese, pinyin and initials. */
export interface SearchProvider {
  /** Unique, `module.kind`. */
  readonly name: string;
  readonly title: Words;
  readonly surfaces: readonly SurfaceName[];
  readonly permission?: Permission;
  /** The best few hits for the text; order is the server's. */
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly SearchHit[]>;
}

/** Declares what a module lets people search. */
export function defineSearch(providers: readonly SearchProvider[]): readonly SearchProvider[] {
  return providers;
}
