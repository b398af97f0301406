/** Somebody whom a visitor of the demonstration can be: a citizen, or a citizen who acts for a firm. */
export interface DemonstrationPerson {
  /** Stable; the service's own name for this identity. */
  readonly subject: string;
  readonly name: string;
  /** 公民身份号码 of an imagined person. */
  readonly idNumber: string;
  readonly phone: string;
  /** L1 phone only, L2 name and number, L3 face or in person. */
  readonly level: 'L1' | 'L2' | 'L3';
  /** The firm acted for; absent for a citizen on their own behalf. */
  readonly firm?: {
    readonly name: string;
    readonly uscc: string;
    readonly role: 'legal-representative' | 'agent';
  };
}

/** The people on offer, read anew for each page. */
export type ListPeople = () => Promise<readonly DemonstrationPerson[]>;
