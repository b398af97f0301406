import { z } from 'zod';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { definePdfTemplate } from '#kernel/documents/pdf/template.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { permissions, problems, stateWords } from '../contract.ts';
import type { CourierDeps } from './deps.ts';
import { parcelMoved } from './events.ts';
import * as repository from './repository.ts';
import { openContact } from './vault.ts';

const Label = z.object({
  number: z.string(),
  trackingNo: z.string(),
  carrier: z.string(),
  recipient: z.string(),
  phone: z.string(),
  address: z.string(),
  contents: z.string(),
  subjectNo: z.string(),
});

/** 面单: what sticks on the parcel. Chinese in every language, as the carrier reads it. */
const labelPaper = definePdfTemplate({
  name: 'courier/label',
  version: 1,
  input: Label,
  compose: (label) => {
    const text = (y: number, words: string, size = 12, bold = false) => ({
      kind: 'text' as const,
      x: 20,
      y,
      width: 110,
      text: words,
      size,
      ...(bold ? { bold: true } : {}),
    });
    return {
      title: `面单 ${label.trackingNo}`,
      margins: [0, 0, 0, 0] as const,
      pageNumbers: false,
      body: [
        {
          kind: 'canvas' as const,
          height: 120,
          items: [
            text(15, label.carrier, 16, true),
            text(25, `运单号　${label.trackingNo}`, 14, true),
            text(37, `收　${label.recipient}　${label.phone}`, 13, true),
            text(46, label.address, 12),
            text(66, `内件　${label.contents}`, 10.5),
            text(73, `关联　${label.subjectNo}　　本中心编号　${label.number}`, 10.5),
            text(82, '政务服务免费寄递，收件人无需付费。', 10.5),
            { kind: 'qr' as const, x: 140, y: 15, size: 32, content: label.trackingNo },
          ],
        },
      ],
    };
  },
});

/** The label shows the whole address: taking it is recorded. */
export async function printLabel(deps: CourierDeps, actor: Actor, id: string) {
  authorise(actor, permissions.handle.name);
  const { db } = deps.database;
  const row = orNotFound(await repository.findParcel(db, actor.centreId, id));
  if (row.tracking_no === '') {
    throw new ProblemError(problems.notInState, {
      number: row.number,
      state: stateWords[row.state],
    });
  }
  const carriers = await repository.listCarriers(db, actor.centreId);
  const contact = orNotFound(openContact(deps.cipher, row));
  const { bytes } = await labelPaper.render(
    {
      ...contact,
      number: row.number,
      trackingNo: row.tracking_no,
      carrier: carriers.find((one) => one.carrier_id === row.carrier_id)?.name ?? '',
      contents: row.contents,
      subjectNo: row.subject_no,
    },
    { locale: 'zh-CN', createdAt: row.created_at },
  );
  await deps.database.transaction(async (tx) =>
    parcelMoved({ deps, tx, actor }, row, { label: true }),
  );
  return { bytes, fileName: `${row.tracking_no}.pdf` };
}
