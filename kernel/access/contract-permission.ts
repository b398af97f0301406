import type { Words } from '../problems/contract.ts';
import type { ScopeLevel } from './contract-actor.ts';

/** The three administrators whose duties are kept apart (GB/T 22239-2019, 三权分立). */
export type Duty = 'system' | 'security' | 'audit';

/** One act that can be granted. `name` is `module.act`. */
export interface Permission {
  readonly name: string;
  readonly title: Words;
  /** The scopes at which it makes sense to grant it, widest first. */
  readonly scopes: readonly ScopeLevel[];
  /** Only the role of this administrator may hold it; no other role can be given it. */
  readonly reservedFor?: Duty;
}

/** Declares a permission; scopes default to the whole centre only. */
export function permission(
  name: string,
  title: Words,
  scopes: readonly ScopeLevel[] = ['centre'],
): Permission {
  return { name, title, scopes };
}

/** Declares a permission that belongs to one of the three administrators and to nobody else. */
export function administratorPermission(duty: Duty, name: string, title: Words): Permission {
  return { name, title, scopes: ['centre'], reservedFor: duty };
}
