import { z } from 'zod';

import {
  cellDay,
  cellInteger,
  cellList,
  cellOneOf,
  cellOptional,
  cellOptionalDay,
  cellText,
} from '#kernel/imports/cells.ts';

import {
  ContractType,
  ProcurementCategory,
  ProcurementMethod,
  SizeClass,
  Trigger,
} from '../../contract.ts';
import { cellOptionalYuan, cellYuan } from './kit.ts';

export const ItemSheetRow = z.object({
  number: cellText(60),
  year: cellInteger(2000, 2100),
  lineKey: cellText(40),
  name: cellText(200),
  category: cellOneOf(ProcurementCategory.options),
  catalogueCode: cellOptional(40),
  amount: cellYuan,
  method: cellOneOf(ProcurementMethod.options),
  sme: cellYuan,
  smallMicro: cellYuan,
  intentOn: cellOptionalDay,
  reservedOn: cellDay,
});
export type ItemSheetRow = z.infer<typeof ItemSheetRow>;

/** `30 signed 合同签订后`, `40 months-served:9 服务期满9个月后`. */
const InstalmentCell = cellList.refine(
  (parts) => parts.every((part) => readInstalment(part).success),
  {
    message:
      '分期写作：比例 条件 名称，例如 40 months-served:9 服务期满9个月后｜Write: percent trigger label',
  },
);

export const ContractSheetRow = z.object({
  number: cellText(60),
  name: cellText(200),
  type: cellOneOf(ContractType.options),
  year: cellInteger(2000, 2100),
  /** `L027=390000.00`, joined by `|`. */
  shares: cellList,
  supplier: cellText(200),
  creditCode: cellOptional(18),
  size: cellOneOf(SizeClass.options),
  itemNumber: cellOptional(60),
  award: cellOptionalYuan,
  awardedOn: cellOptionalDay,
  price: cellYuan,
  signedOn: cellDay,
  servesFrom: cellOptionalDay,
  servesUntil: cellOptionalDay,
  paymentDays: cellInteger(1, 90),
  meterPrice: cellOptionalYuan,
  meterEvent: cellOptional(80),
  meterUnit: cellOptional(20),
  instalments: InstalmentCell,
  publishedOn: cellOptionalDay,
  publishedAt: cellOptional(300),
});
export type ContractSheetRow = z.infer<typeof ContractSheetRow>;

/** The three parts of an instalment's cell. */
export function readInstalment(text: string) {
  const [percent = '', on = '', ...label] = text.split(' ');
  const [kind = '', months = ''] = on.split(':');
  const trigger = months === '' ? { on: kind } : { on: kind, months: Number.parseInt(months, 10) };
  const shape = z.object({
    percent: z.string().regex(/^\d{1,3}(\.\d{1,2})?$/),
    trigger: Trigger,
    label: z.string().min(1),
  });
  return shape.safeParse({ percent, trigger, label: label.join(' ') });
}
