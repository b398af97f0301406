import { z } from 'zod';

import type { Db } from '#kernel/db/types.ts';
import {
  cellBoolean,
  cellInteger,
  cellOneOf,
  cellOptional,
  cellText,
} from '#kernel/imports/cells.ts';
import { unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';

import { permissions, Severity } from '../../contract.ts';
import * as repository from '../repository.ts';

const KindRow = z.object({
  code: cellText(64),
  nameZh: cellText(60),
  nameEn: cellText(100),
  group: cellText(40),
  assetPrefix: cellText(8),
  networked: cellBoolean,
  surface: cellOptional(40),
  contract: cellOptional(40),
  order: cellInteger(0, 9999),
});
type KindRow = z.infer<typeof KindRow>;

async function listKinds(db: Db, centreId: number): Promise<KindRow[]> {
  return (await repository.listKinds(db, centreId)).map((kind) => ({
    code: kind.code,
    nameZh: kind.name_zh,
    nameEn: kind.name_en,
    group: kind.family,
    assetPrefix: kind.asset_prefix,
    networked: kind.is_networked,
    surface: kind.surface,
    contract: kind.contract,
    order: kind.sort_order,
  }));
}

/** 设备类别 as a sheet. */
export const kindImporter = defineImporter<KindRow>({
  name: 'devices.device-kinds',
  title: { 'zh-CN': '设备类别', en: 'Kinds of device' },
  permission: permissions.manage,
  fields: [
    field('code', '代码', 'Code', { isKey: true }),
    field('nameZh', '名称', 'Name'),
    field('nameEn', '英文名称', 'English name'),
    field('group', '分组', 'Group'),
    field('assetPrefix', '资产编号前缀', 'Asset prefix'),
    field('networked', '联网', 'On the network'),
    field('surface', '运行页面', 'Page it runs'),
    field('contract', '维护合同', 'Maintenance contract'),
    field('order', '排序', 'Order'),
  ],
  row: KindRow,
  listCurrent: listKinds,
  write: async (tx, actor, changes) => {
    repository.saveKinds(
      tx,
      changes.map(({ after }) => ({
        centre_id: actor.centreId,
        code: after.code,
        name_zh: after.nameZh,
        name_en: after.nameEn,
        family: after.group,
        asset_prefix: after.assetPrefix,
        is_networked: after.networked,
        surface: after.surface,
        contract: after.contract,
        sort_order: after.order,
      })),
    );
  },
});

const FaultRow = z.object({
  kindCode: cellText(64),
  code: cellText(64),
  faultZh: cellText(60),
  faultEn: cellText(100),
  severity: cellOneOf(Severity.options as unknown as readonly ['critical', 'major', 'minor']),
  source: cellText(40),
});
type FaultRow = z.infer<typeof FaultRow>;

/** 故障字典 as a sheet. */
export const faultKindImporter = defineImporter<FaultRow>({
  name: 'devices.fault-dictionary',
  title: { 'zh-CN': '故障字典', en: 'Fault dictionary' },
  permission: permissions.manage,
  fields: [
    field('kindCode', '设备类别', 'Kind', { isKey: true }),
    field('code', '代码', 'Code', { isKey: true }),
    field('faultZh', '故障', 'Fault'),
    field('faultEn', '英文', 'Fault in English'),
    field('severity', '严重程度', 'Severity'),
    field('source', '来源', 'Source'),
  ],
  row: FaultRow,
  listCurrent: async (db, centreId) =>
    (await repository.listFaultKinds(db, centreId)).map((fault) => ({
      kindCode: fault.kind_code,
      code: fault.code,
      faultZh: fault.name_zh,
      faultEn: fault.name_en,
      severity: fault.severity,
      source: fault.source,
    })),
  checkRows: async (db, centreId, rows) => {
    const kinds = new Set((await repository.listKinds(db, centreId)).map((kind) => kind.code));
    return unknownReferences(rows, 'kindCode', kinds, {
      'zh-CN': '设备类别',
      en: 'kind of device',
    });
  },
  write: async (tx, actor, changes) => {
    repository.saveFaultKinds(
      tx,
      changes.map(({ after }) => ({
        centre_id: actor.centreId,
        kind_code: after.kindCode,
        code: after.code,
        name_zh: after.faultZh,
        name_en: after.faultEn,
        severity: after.severity,
        source: after.source,
      })),
    );
  },
});
