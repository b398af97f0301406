import type { Tx } from '../../db/types.ts';

/** What the identity service vouches for, after the mapping of its claims. */
export interface CitizenClaims {
  /** The service, and its own stable name for whoever signed in. */
  readonly issuer: string;
  readonly externalSubject: string;
  /** A person for themself, or a person for a firm. */
  readonly kind: 'person' | 'firm';
  /** The natural person who signed in. */
  readonly name: string;
  readonly idNumber: string | undefined;
  readonly phone: string | undefined;
  /** How strongly the person was verified: 1 phone only, 2 name and number, 3 face or in person. */
  readonly level: number;
  /** For a firm: its name, 统一社会信用代码 and what the person is in it. */
  readonly firm:
    | {
        readonly name: string;
        readonly uscc: string;
        readonly role: 'legal-representative' | 'agent';
      }
    | undefined;
}

/** Whom the account stands for. */
export interface ResolvedCitizen {
  /** Stable and unique in the centre; later requests carry it as `actor.subject`. */
  readonly accountSubject: string;
  /** Shown in frames and written into the audit log: a person's name masked, a firm's in full. */
  readonly displayName: string;
}

/**
 * Attaches a sign-in to the record of the person or firm, in the transaction that makes the session.
 * May refuse with a problem; nothing of the sign-in is kept then.
 */
export type ResolveCitizen = (
  tx: Tx,
  centreId: number,
  claims: CitizenClaims,
) => Promise<ResolvedCitizen>;
