/** Where a permission holds: the widest that fits is kept. */
export type Scope =
  | { readonly level: 'centre' }
  | { readonly level: 'site' | 'department' | 'window'; readonly id: string }
  | { readonly level: 'own' };

export type ScopeLevel = Scope['level'];

export interface Grant {
  readonly permission: string;
  readonly scope: Scope;
}

export type ActorKind = 'anonymous' | 'staff' | 'citizen' | 'device' | 'system';

/** Who acts, in which centre, and what they may do. Made once per request, passed to every use case. */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: string;
  readonly centreId: number;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly sessionId?: string;
  /** The account of the centre's device at which a visitor acts; absent in a browser of their own. */
  readonly atDevice?: string;
  /** Whom the account stands for, as the module that keeps them named it; absent where none does. */
  readonly subject?: string;
  /** The request being served, for the audit log. */
  readonly request?: { readonly id: string; readonly address: string };
}

/** What an act touches, as far as it is known; a grant must cover it. */
export interface Target {
  readonly siteId?: string | null | undefined;
  readonly departmentId?: string | null | undefined;
  readonly windowId?: string | null | undefined;
  readonly ownerId?: string | null | undefined;
}
