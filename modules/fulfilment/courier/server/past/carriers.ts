import { z } from 'zod';

import { newId } from '#kernel/ids/id.ts';
import { cellBoolean, cellText } from '#kernel/imports/cells.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';

import { CarrierInput, permissions } from '../../contract.ts';
import { save } from '../carriers.ts';
import type { CourierDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { sealSecret } from '../vault.ts';

const Row = z.object({
  code: z.string().trim().pipe(CarrierInput.shape.code),
  name: cellText(60),
  endpoint: z.string().trim().pipe(CarrierInput.shape.endpoint),
  active: cellBoolean,
  standIn: cellBoolean,
});
type Row = z.infer<typeof Row>;

/** 快递公司 as a sheet. A secret is in no sheet: it is entered on the page of the carriers. */
export const carrierImporter = (deps: CourierDeps) =>
  defineImporter<Row>({
    name: 'courier.carriers',
    title: { 'zh-CN': '快递公司', en: 'Carriers' },
    permission: permissions.manage,
    fields: [
      field('code', '代码', 'Code', { isKey: true }),
      field('name', '名称', 'Name'),
      field('endpoint', '接口地址', 'Address'),
      field('active', '启用', 'At work'),
      field('standIn', '模拟', 'Imitated'),
    ],
    row: Row,
    listCurrent: async (db, centreId) =>
      (await repository.listCarriers(db, centreId)).map((row) => ({
        code: row.code,
        name: row.name,
        endpoint: row.endpoint,
        active: row.is_active,
        standIn: row.is_stand_in,
      })),
    write: async (tx, actor, changes) => {
      for (const { after } of changes) {
        const before = await repository.findCarrierByCode(tx, actor.centreId, after.code);
        const key = before ?? { centre_id: actor.centreId, carrier_id: newId(deps.clock) };
        save(
          { deps, tx, actor },
          {
            secret_sealed: sealSecret(deps.cipher, key, ''),
            ...key,
            code: after.code,
            name: after.name,
            endpoint: after.endpoint,
            is_active: after.active,
            is_stand_in: after.standIn,
            version: (before?.version ?? 0) + 1,
            updated_at: deps.clock.now(),
          },
        );
      }
    },
  });
