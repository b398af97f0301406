import type { Day } from '#kernel/clock/day.ts';
import { formatNumber, listPlaces } from '#kernel/documents/numbering/format-number.ts';
import { composeCertificateIdentifier } from '#kernel/ids/certificate-identifier.ts';

import type { BothWords } from '../contract.ts';

const BUILT_IN = new Set(['year', 'yy', 'date', 'month', 'day', 'serial', 'check']);

/** Whether numbers of a pattern begin anew each day: those that carry the date. */
export function isNumberedByDay(pattern: string): boolean {
  return listPlaces(pattern).some((place) => ['date', 'month', 'day'].includes(place));
}

/**
 * The number of a licence (证照编号) by the pattern of its kind. Beside the common places a pattern may name fields of
 * the content, and `{check}`: the check digit over all other digits, ISO/IEC 7064 MOD 11,10, as on 食品经营许可证.
 */
export function toLicenceNumber(
  pattern: string,
  parts: {
    readonly serial: number;
    readonly day: Day;
    readonly content: Readonly<Record<string, BothWords>>;
  },
): string {
  const { serial, day, content } = parts;
  const own = listPlaces(pattern).filter((place) => !BUILT_IN.has(place));
  const more = Object.fromEntries(
    own.flatMap((place) => {
      const text = content[place]?.['zh-CN'];
      return text === undefined ? [] : [[place, text] as const];
    }),
  );
  const year = Number(day.slice(0, 4));
  const write = (check: string) =>
    formatNumber(pattern, { year, serial, day, more: { ...more, check } });
  return listPlaces(pattern).includes('check') ? write(checkMod11And10(write(''))) : write('');
}

/** ISO/IEC 7064 MOD 11,10 over the digits of a text; anything else in it is passed over. */
export function checkMod11And10(text: string): string {
  let product = 10;
  for (const digit of text.replaceAll(/\D/g, '')) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - product) % 10);
}

/**
 * 流水号 of a lineage, 20 digits: the day and twelve digits. Licences taken over from elsewhere count in a range of their
 * own, since their day lies in a past that may have had numbers of its own.
 */
export function toSerial(day: Day, serial: number, origin: 'issued' | 'imported'): string {
  const count = String(serial);
  const range = origin === 'imported' ? `9${count.padStart(11, '0')}` : count.padStart(12, '0');
  return `${day.replaceAll('-', '')}${range}`;
}

/** 证照标识 of an edition (GB/T 36904). Throws RangeError when a part has another shape. */
export function toIdentifier(parts: {
  readonly typeCode: string;
  readonly authorityCode: string;
  readonly serial: string;
  readonly edition: number;
}): string {
  const { typeCode, authorityCode, serial, edition } = parts;
  const version = String(edition).padStart(3, '0');
  const identifier = composeCertificateIdentifier(typeCode, authorityCode, serial, version);
  if (identifier === undefined)
    throw new RangeError(`No identifier of ${typeCode}, ${authorityCode}, ${serial}, ${version}`);
  return identifier;
}
