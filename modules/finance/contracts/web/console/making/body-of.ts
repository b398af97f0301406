import type { z } from 'zod';

import { parseTypedYuan, toYuanText } from '#kernel/money/fen.ts';

import type { DocumentBody, DocumentKind, NewDocument } from '../../../contract.ts';

/** What the fields of a form hold, before anything is checked. */
export type Values = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** An amount as it is sent, when it can be read; else as it was typed, for the check to refuse. */
export function yuanOf(value: unknown): string {
  const read = parseTypedYuan(textOf(value));
  return read.ok ? toYuanText(read.value) : textOf(value);
}

const yuanOrNull = (value: unknown) => (textOf(value) === '' ? null : yuanOf(value));
const orNull = (value: unknown) => (textOf(value) === '' ? null : textOf(value));
const recordOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? (value as Values) : {};
const listOf = (value: unknown): readonly Values[] =>
  Array.isArray(value) ? value.map(recordOf) : [];

const makers: Readonly<Record<DocumentKind, (fields: Values) => Values>> = {
  adjustment: (of) => ({
    lineId: textOf(of['lineId']),
    amount: yuanOf(of['amount']),
    paper: textOf(of['paper']),
  }),
  transfer: (of) => ({
    fromLineId: textOf(of['fromLineId']),
    toLineId: textOf(of['toLineId']),
    amount: yuanOf(of['amount']),
    paper: textOf(of['paper']),
  }),
  reservation: (of) => ({
    lineId: textOf(of['lineId']),
    name: textOf(of['name']),
    category: of['category'],
    catalogueCode: textOf(of['catalogueCode']),
    amount: yuanOf(of['amount']),
    method: of['method'],
    sme: yuanOf(of['sme']),
    smallMicro: yuanOf(of['smallMicro']),
    intentOn: orNull(of['intentOn']),
  }),
  contract: contractOf,
  settlement: (of) => ({
    contractId: textOf(of['contractId']),
    instalment: of['instalment'] ?? null,
    untilOn: orNull(of['untilOn']),
    amount: yuanOrNull(of['amount']),
    what: textOf(of['what']),
    confirmedOn: textOf(of['confirmedOn']),
    invoiceNumber: textOf(of['invoiceNumber']),
    invoicedOn: orNull(of['invoicedOn']),
    invoiceFileId: orNull(of['invoiceFileId']),
    proposalId: null,
  }),
  payment: (of) => ({
    settlementId: textOf(of['settlementId']),
    amount: yuanOf(of['amount']),
    paidOn: textOf(of['paidOn']),
    voucher: textOf(of['voucher']),
  }),
  closure: (of) => ({ contractId: textOf(of['contractId']) }),
  'carry-over': (of) => ({ contractId: textOf(of['contractId']) }),
  reversal: (of) => ({ documentId: textOf(of['documentId']) }),
};

function contractOf(of: Values): Values {
  const supplier = recordOf(of['supplier']);
  const meter = recordOf(of['meter']);
  const { type } = of;
  return {
    number: textOf(of['number']),
    name: textOf(of['name']),
    type,
    supplier: {
      name: textOf(supplier['name']),
      creditCode: textOf(supplier['creditCode']),
      size: supplier['size'],
    },
    itemId: orNull(of['itemId']),
    award: yuanOrNull(of['award']),
    awardedOn: orNull(of['awardedOn']),
    price: yuanOf(of['price']),
    signedOn: textOf(of['signedOn']),
    servesFrom: orNull(of['servesFrom']),
    servesUntil: orNull(of['servesUntil']),
    ...(typeof of['paymentDays'] === 'number' ? { paymentDays: of['paymentDays'] } : {}),
    shares: listOf(of['shares']).map((share) => ({
      lineId: textOf(share['lineId']),
      amount: yuanOf(share['amount']),
    })),
    instalments: type === 'milestone' ? listOf(of['instalments']).map(instalmentOf) : [],
    meter:
      type === 'metered'
        ? {
            unitPrice: yuanOf(meter['unitPrice']),
            eventType: textOf(meter['eventType']),
            unit: textOf(meter['unit']),
          }
        : null,
  };
}

function instalmentOf(one: Values): Values {
  const trigger = recordOf(one['trigger']);
  const { on } = trigger;
  return {
    label: textOf(one['label']),
    percent: textOf(one['percent']),
    trigger: on === 'months-served' ? { on, months: trigger['months'] } : { on },
  };
}

/** The body of a document from the fields of its form; the contract's schema says what is wrong with it. */
export function bodyOf(kind: DocumentKind, fields: unknown): z.input<typeof DocumentBody> {
  return { kind, ...makers[kind](recordOf(fields)) } as z.input<typeof DocumentBody>;
}

/** What is sent: the body, and why the document is made. */
export function documentOf(kind: DocumentKind, values: Values): z.input<typeof NewDocument> {
  return { body: bodyOf(kind, values['body']), reason: textOf(values['reason']) };
}
