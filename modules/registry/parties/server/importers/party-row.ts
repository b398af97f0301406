import { z } from 'zod';

import type { Clock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { Checked } from '#kernel/ids/checked.ts';
import { parsePhone } from '#kernel/ids/phone.ts';
import {
  cellBoolean,
  cellOneOf,
  cellOptional,
  cellOptionalDay,
  cellText,
} from '#kernel/imports/cells.ts';
import type { Words } from '#kernel/problems/contract.ts';

import {
  type ContactKind,
  FirmIdentifierKind,
  IdentifierKind,
  OrganisationKind,
  PartyKind,
  PersonIdentifierKind,
  Sex,
  Verification,
} from '../../contract.ts';
import { parseContact } from '../contacts.ts';
import { parseNumber } from '../numbers.ts';
import type { ContactRow } from '../tables.ts';

const orEmpty = <const T extends string>(values: readonly T[]) =>
  cellOneOf(['', ...values] as const).default('');

const Cells = z.object({
  partyNo: cellText(40),
  kind: cellOneOf(PartyKind.options as ['person', 'organisation']),
  nameZh: cellText(100),
  nameEn: cellOptional(200),
  identifierKind: orEmpty(IdentifierKind.options),
  identifierNumber: cellOptional(40),
  sex: orEmpty(Sex.options),
  bornOn: cellOptionalDay,
  organisationKind: orEmpty(OrganisationKind.options),
  establishedOn: cellOptionalDay,
  phone: cellOptional(40),
  email: cellOptional(200),
  divisionCode: cellOptional(12),
  address: cellOptional(200),
  verification: cellOneOf(Verification.options as ['none', 'window', 'real-name']),
  remark: cellOptional(300),
  demonstration: cellBoolean,
});

export type PartySheetRow = z.infer<typeof Cells>;

type Refuse = (field: keyof PartySheetRow, words: Words) => void;

/** A telephone as sheets have it: landlines with a dash after the area code. */
export function toPhoneCell(number: string): string {
  const phone = parsePhone(number);
  if (!phone.ok) return number;
  return phone.value.kind === 'mobile' ? number : phone.value.printed.replaceAll(' ', '');
}

/** Whether a telephone of a sheet is a mobile one. */
export function phoneKindOf(number: string): 'mobile' | 'landline' {
  const phone = parsePhone(number);
  return phone.ok && phone.value.kind === 'mobile' ? 'mobile' : 'landline';
}

/** The contact that a sheet shows for one of its columns: the newest that has not ended. */
export function shownContact(
  contacts: readonly ContactRow[],
  column: 'phone' | 'email' | 'address',
): ContactRow | undefined {
  const kinds = column === 'phone' ? ['mobile', 'landline'] : [column];
  return contacts.findLast((one) => one.ended_at === null && kinds.includes(one.kind));
}

/** One row of the sheet of parties, checked and in the form in which it is exported. */
export function partyRowShape(clock: Clock): z.ZodType<PartySheetRow> {
  return Cells.transform((row, context) => {
    const refuse: Refuse = (field, words) =>
      context.addIssue({
        code: 'custom',
        path: [field],
        message: `${words['zh-CN']}｜${words.en}`,
      });
    checkKinds(row, refuse);
    const identifierNumber = checkNumber(row, localDay(clock.now()), refuse);
    const contact = (field: 'phone' | 'email' | 'address', kind: ContactKind) =>
      row[field] === '' ? '' : orRefused(parseContact(kind, row[field]), field, refuse);
    return {
      ...row,
      identifierNumber,
      phone: toPhoneCell(contact('phone', phoneKindOf(row.phone))),
      email: contact('email', 'email'),
      address: contact('address', 'address'),
    };
  });
}

function orRefused(checked: Checked<string>, field: keyof PartySheetRow, refuse: Refuse): string {
  if (checked.ok) return checked.value;
  refuse(field, checked.message);
  return '';
}

function checkKinds(row: PartySheetRow, refuse: Refuse): void {
  const isPerson = row.kind === 'person';
  const kinds = isPerson ? PersonIdentifierKind : FirmIdentifierKind;
  if (row.identifierKind !== '' && !kinds.safeParse(row.identifierKind).success)
    refuse('identifierKind', {
      'zh-CN': '证件种类与主体类型不符',
      en: 'This kind of paper does not belong to this kind of party',
    });
  if ((row.identifierKind === '') !== (row.identifierNumber === ''))
    refuse('identifierNumber', {
      'zh-CN': '证件种类与号码须同时填写或同时留空',
      en: 'Give kind and number of the paper together, or neither',
    });
  if (isPerson === (row.organisationKind !== ''))
    refuse('organisationKind', {
      'zh-CN': '法人必填组织类型，自然人留空',
      en: 'Required for organisations, empty for persons',
    });
  if (!isPerson && (row.sex !== '' || row.bornOn !== ''))
    refuse('bornOn', {
      'zh-CN': '法人没有性别与出生日期',
      en: 'An organisation has no sex or date of birth',
    });
}

function checkNumber(row: PartySheetRow, today: string, refuse: Refuse): string {
  if (row.identifierKind === '' || row.identifierNumber === '') return '';
  const parsed = parseNumber(row.identifierKind, row.identifierNumber, today, true);
  if (!parsed.ok) {
    refuse('identifierNumber', parsed.message);
    return '';
  }
  const { number, bornOn, sex } = parsed.value;
  if (bornOn !== undefined && row.bornOn !== '' && row.bornOn !== bornOn)
    refuse('bornOn', {
      'zh-CN': '出生日期与证件号码不一致',
      en: 'The date of birth differs from the one in the number',
    });
  if (sex !== undefined && row.sex !== '' && row.sex !== sex)
    refuse('sex', {
      'zh-CN': '性别与证件号码不一致',
      en: 'The sex differs from the one in the number',
    });
  return number;
}
