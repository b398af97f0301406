import type { Words } from '../problems/contract.ts';
import type { ScopeLevel } from './contract-actor.ts';

/** One act that can be granted. `name` is `module.act`. */
export interface Permission {
  readonly name: string;
  readonly title: Words;
  /** The scopes at which it makes sense to grant it, widest first. */
  readonly scopes: readonly ScopeLevel[];
}

/** Declares a permission; scopes default to the whole centre only. */
export function permission(name: string, title: Words, scopes: readonly ScopeLevel[] = ['centre']): Permission {
  return { name, title, scopes };
}
