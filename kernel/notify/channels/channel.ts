import type { Locale } from '../../problems/contract.ts';

export interface Outgoing {
  /** The same for every attempt: the other side recognises a repeat by it. */
  readonly messageId: string;
  readonly address: string;
  readonly template: string;
  readonly subject: string;
  readonly body: string;
  /** Full address on this site, or empty. */
  readonly link: string;
  readonly locale: Locale;
}

/** A way out of the house. Throws when the message was not taken; the caller tries again. */
export interface Channel {
  deliver(message: Outgoing): Promise<void>;
}
