import type { Day } from '#kernel/clock/day.ts';
import type { IdentifierKind } from '#modules/registry/parties/contract.ts';

import type { BothWords, Ground, StateAct } from '../contract.ts';

/** Who holds it, as it is to be written: a person's number masked, a firm's in full. */
export interface Holder {
  readonly partyId: string;
  readonly kind: 'person' | 'organisation';
  /** In full. */
  readonly name: string;
  readonly identifier: { readonly kind: IdentifierKind; readonly shown: string } | null;
}

/** Which authority issues it: 颁发机构. */
export interface Authority {
  readonly name: BothWords;
  readonly creditCode: string;
  readonly departmentId: string;
}

/** Texts by the keys of the kind's fields; a plain text stands for both languages. */
export type ContentInput = Readonly<Record<string, string | BothWords>>;

export interface IssueLicence {
  /** Code of the kind. */
  readonly kind: string;
  readonly holder: Holder;
  readonly authority: Authority;
  readonly caseId: string | null;
  readonly caseNumber: string;
  readonly content: ContentInput;
  readonly validFrom: Day;
  /** The last day; null for no end. Left out, the validity of the kind counts. */
  readonly validUntil?: Day | null;
  /** Licences that a composite one carries, in their order. */
  readonly members?: readonly string[];
}

interface InCase {
  readonly licenceId: string;
  readonly caseId: string | null;
  readonly caseNumber: string;
}

export interface ChangeLicence extends InCase {
  readonly reason: string;
  /** Fields that change; the others stay. */
  readonly content?: ContentInput;
  readonly holder?: Holder;
  readonly validUntil?: Day | null;
}

export interface RenewLicence extends InCase {
  readonly content?: ContentInput;
  /** Left out, the kind's validity counts from the day after the old end, so that no day is lost. */
  readonly validUntil?: Day;
}

export interface ReplaceLicence extends InCase {
  readonly reason: string;
}

export interface ActOnLicence extends InCase {
  readonly act: StateAct;
  readonly ground: Ground;
  readonly reason: string;
}

/** What the case keeps of a licence that it brought about. */
export interface IssuedLicence {
  readonly licenceId: string;
  readonly number: string;
  readonly identifier: string;
  /** 001 to 999. */
  readonly version: number;
  readonly token: string;
  readonly verifyUrl: string;
}
