/** Whom an account of a citizen stands for: a person for themself, or a person for a firm. */
export interface ActingSubject {
  /** The party whose matters are handled. */
  readonly partyId: string;
  /** The natural person who signed in. */
  readonly personId: string;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const SUBJECT = new RegExp(`^(${UUID})(?:/(${UUID}))?$`);

/** The subject of an account: the person's id, or `firm/person`, so that each agent of a firm has an account of their own. */
export function toSubject(subject: ActingSubject): string {
  const { partyId, personId } = subject;
  return partyId === personId ? partyId : `${partyId}/${personId}`;
}

/** Takes a subject apart; undefined for one that was not made here. */
export function parseSubject(text: string | undefined): ActingSubject | undefined {
  const [, partyId, personId] = SUBJECT.exec(text ?? '') ?? [];
  return partyId === undefined ? undefined : { partyId, personId: personId ?? partyId };
}
