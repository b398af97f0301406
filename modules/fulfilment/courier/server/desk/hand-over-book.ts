import { z } from 'zod';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { definePdfTemplate } from '#kernel/documents/pdf/template.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type HandOverInFull, permissions } from '../../contract.ts';
import type { CourierDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { loadAround, toHandOver, toParcel } from '../view.ts';

export async function listHandOvers(deps: CourierDeps, actor: Actor) {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const [rows, carriers] = await Promise.all([
    repository.listHandOvers(db, actor.centreId),
    repository.listCarriers(db, actor.centreId),
  ]);
  return { items: rows.map((row) => toHandOver(row, carriers)) };
}

export async function getHandOver(
  deps: CourierDeps,
  actor: Actor,
  id: string,
): Promise<HandOverInFull> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const [found, parcels, around] = await Promise.all([
    repository.findHandOver(db, actor.centreId, id),
    repository.listHandedOver(db, actor.centreId, id),
    loadAround(db, actor.centreId),
  ]);
  const book = toHandOver(orNotFound(found), [...around.carriers.values()]);
  return { ...book, items: parcels.map((row) => toParcel(row, around)) };
}

const List = z.object({
  number: z.string(),
  carrier: z.string(),
  courier: z.string(),
  by: z.string(),
  day: z.string(),
  isSigned: z.boolean(),
  originals: z.number().int(),
  rows: z.array(z.array(z.string())),
});

const HEADS = [
  ['序号', 6],
  ['本中心编号', 15],
  ['运单号', 18],
  ['关联办件', 20],
  ['内件', 21],
  ['收件人', 10],
  ['原件', 7],
] as const;

/** 交接单: what left with the courier, one parcel a row, both sides sign below. Chinese in every language. */
const listPaper = definePdfTemplate({
  name: 'courier/hand-over',
  version: 1,
  input: List,
  compose: ({ number, carrier, courier, by, day, isSigned, originals, rows }) => ({
    title: `快递交接单 ${number}`,
    header: { right: `快递交接单 ${number}` },
    size: 10.5,
    body: [
      { kind: 'title' as const, text: '快递交接单', subtitle: number },
      {
        kind: 'fields' as const,
        columns: 2 as const,
        items: [
          { label: '快递公司', value: carrier },
          { label: '交接日期', value: day },
          { label: '件数', value: `${rows.length} 件，其中含原件 ${originals} 件` },
          { label: '交接窗口人员', value: by },
        ],
      },
      { kind: 'space' as const, height: 4 },
      {
        kind: 'table' as const,
        rules: 'grid' as const,
        size: 9,
        columns: HEADS.map(([heading, width]) => ({ heading, width })),
        rows,
      },
      { kind: 'space' as const, height: 6 },
      {
        kind: 'paragraph' as const,
        indent: 0,
        text: isSigned
          ? `快递员${courier}已在交接时电子签名，签名图样随本单保存。`
          : '以上快件经双方逐件清点，件数、内件相符。',
      },
      {
        kind: 'form' as const,
        widths: [1, 1],
        rows: [
          {
            minHeight: 22,
            cells: [
              { text: `移交人（窗口）：${by}`, foot: '年　　月　　日' },
              { text: `接收人（快递员）：${courier}`, foot: '年　　月　　日' },
            ],
          },
        ],
      },
    ],
  }),
});

/** The list with names masked, as the book keeps them: addresses stand on the labels alone. */
export async function printHandOver(deps: CourierDeps, actor: Actor, id: string) {
  const book = await getHandOver(deps, actor, id);
  const { zone } = await centreDay(deps, deps.database.db, actor.centreId);
  const at = new Date(book.at);
  const { bytes } = await listPaper.render(
    {
      number: book.number,
      carrier: book.carrierName,
      courier: book.courierName,
      by: book.byName,
      day: localDay(at, zone),
      isSigned: book.hasSignature,
      originals: book.items.filter((one) => one.hasOriginals).length,
      rows: book.items.map((one, row) => [
        String(row + 1),
        one.number,
        one.trackingNo,
        one.subjectNo,
        one.contents,
        one.recipient,
        one.hasOriginals ? '是' : '否',
      ]),
    },
    { locale: 'zh-CN', createdAt: at },
  );
  return { bytes, fileName: `${book.number}.pdf` };
}
