import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Clock } from '#kernel/clock/clock.ts';

import type { DemonstrationPerson, ListPeople } from './person.ts';

/** How long a shown code can be read, in seconds. */
export const CODE_SECONDS = 60;

const PREFIX = 'OWD';
const MAC_BYTES = 16;
const CODE = /^OWD\.([\w-]{1,200})\.([0-9a-z]{1,10})\.([\w-]{22})$/u;

/** What a reader is told of whoever shows a code. */
export interface CodeReading {
  readonly subject: string;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly level: number;
  readonly firm?: DemonstrationPerson['firm'];
}

/** Codes that somebody shows at a window: 随申码 of a person, 电子营业执照 of a firm. Signed, and of one minute. */
export function createCodes(clock: Clock, secret: string, people: ListPeople) {
  const sign = (subject: string, until: string) =>
    createHmac('sha256', secret)
      .update(`${PREFIX}.${subject}.${until}`)
      .digest()
      .subarray(0, MAC_BYTES);
  const now = () => Math.floor(clock.now().getTime() / 1000);
  return {
    show({ subject }: DemonstrationPerson): string {
      const named = Buffer.from(subject, 'utf8').toString('base64url');
      const until = (now() + CODE_SECONDS).toString(36);
      return `${PREFIX}.${named}.${until}.${sign(named, until).toString('base64url')}`;
    },
    /** Undefined for a code that is not ours, was changed, or is too old. */
    async read(code: string): Promise<CodeReading | undefined> {
      const [, named = '', until = '', mac = ''] = CODE.exec(code) ?? [];
      const given = Buffer.from(mac, 'base64url');
      if (given.length !== MAC_BYTES || !timingSafeEqual(given, sign(named, until)))
        return undefined;
      if (Number.parseInt(until, 36) < now()) return undefined;
      const subject = Buffer.from(named, 'base64url').toString('utf8');
      const person = (await people()).find((one) => one.subject === subject);
      return person === undefined ? undefined : { ...person, level: Number(person.level.slice(1)) };
    },
  };
}

export type Codes = ReturnType<typeof createCodes>;
