import type { Words } from '../../problems/contract.ts';
import type { Duty } from '../contract-permission.ts';
import type { AccountRow } from '../tables.ts';

/** A role as the product brings it along. A centre may change it, except an administrator's, and make others. */
export interface RoleDefinition {
  /** Kebab-case, stable. */
  readonly role: string;
  readonly title: Words;
  /** `module.act`; with `@centre` or `@own` where it does not follow the scope of the grant. */
  readonly permissions: readonly string[];
  readonly demandsSecondFactor?: boolean;
  /** One of the three administrators, who always need a second factor and hold nothing else. */
  readonly administrator?: Duty;
  /** Held by every account of this kind without a grant, at the scope `own`; only `@centre` reaches further. */
  readonly impliedFor?: AccountRow['kind'];
}
