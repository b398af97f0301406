import { z } from 'zod';

import type { Clock } from '#kernel/clock/clock.ts';
import { cellInteger, cellText } from '#kernel/imports/cells.ts';
import { defineImporter, field, type Importer } from '#kernel/imports/importer.ts';

import { permissions, ZoneKind } from '../../contract.ts';
import { loadDirectory } from '../directory.ts';
import { zoneChanged } from '../events.ts';
import { allSites, allZones } from '../repository-directory.ts';
import { cellCode, cellIn, cellMetres } from './cells.ts';
import { idOf } from './ids.ts';
import { fault, nouns, unknownCodes } from './references.ts';
import { closingOf, writeChanges } from './write-changes.ts';

const Row = z.object({
  code: cellCode,
  siteCode: cellCode,
  kind: cellIn(ZoneKind.options),
  nameZh: cellText(100),
  nameEn: cellText(200),
  floor: cellInteger(-9, 99),
  x: cellMetres,
  y: cellMetres,
  width: cellMetres,
  height: cellMetres,
  order: cellInteger(0, 9999),
});
type Row = z.infer<typeof Row>;

const fields = [
  field('code', '代码', 'Code', { isKey: true }),
  field('siteCode', '服务点代码', 'Site code'),
  field('kind', '类别', 'Kind', {
    noteZh:
      'service 服务区、waiting 等候区、self-service 自助区、back-office 后台审批区、office 办公区、equipment 机房',
    noteEn: 'service, waiting, self-service, back-office, office or equipment',
  }),
  field('nameZh', '名称', 'Name'),
  field('nameEn', '英文名称', 'English name'),
  field('floor', '楼层', 'Floor'),
  field('x', '左', 'Left', { noteZh: '平面图100×60', noteEn: 'The plan is 100 by 60' }),
  field('y', '上', 'Top'),
  field('width', '宽', 'Width'),
  field('height', '高', 'Height'),
  field('order', '排序', 'Order'),
];

/** 分区 as a sheet. A zone stays at its site. */
export const zoneImporter = (clock: Clock): Importer =>
  defineImporter<Row>({
    name: 'organisation.zones',
    title: { 'zh-CN': '分区', en: 'Zones' },
    permission: permissions.manage,
    fields,
    row: Row,
    listCurrent: async (db, centreId) => {
      const [zones, sites] = await Promise.all([allZones(db, centreId), allSites(db, centreId)]);
      const siteCodes = new Map(sites.map((site) => [site.site_id, site.code]));
      return zones.map((zone) => ({
        code: zone.code,
        siteCode: siteCodes.get(zone.site_id) ?? '',
        kind: zone.kind,
        nameZh: zone.name_zh,
        nameEn: zone.name_en,
        floor: zone.floor,
        x: Number(zone.x),
        y: Number(zone.y),
        width: Number(zone.width),
        height: Number(zone.height),
        order: zone.sort_order,
      }));
    },
    checkRows: async (db, centreId, rows) => {
      const { sites, zones } = await loadDirectory(db, centreId);
      const moved = rows.flatMap(({ rowNumber, row }) => {
        const at = sites.byId.get(zones.byCode.get(row.code)?.siteId ?? '');
        if (at === undefined || at.code === row.siteCode) return [];
        return [
          fault(rowNumber, 'siteCode', row.siteCode, {
            'zh-CN': `分区 ${row.code} 属于服务点 ${at.code}，不能改到别处`,
            en: `The zone ${row.code} belongs to the site ${at.code} and stays there`,
          }),
        ];
      });
      return [...unknownCodes(rows, 'siteCode', sites.byCode, nouns.site), ...moved];
    },
    write: async (tx, actor, changes) => {
      const { sites } = await loadDirectory(tx, actor.centreId);
      await writeChanges(
        tx,
        clock,
        actor,
        {
          table: 'organisation.zone',
          keyOfRecord: (zone) => zone.code,
          keyOfRow: (row) => row.code,
          toRecord: (row, before, { id, ...base }) => ({
            ...base,
            zone_id: before?.zone_id ?? id,
            site_id: idOf(sites, row.siteCode),
            code: row.code,
            kind: row.kind,
            name_zh: row.nameZh,
            name_en: row.nameEn,
            floor: row.floor,
            x: String(row.x),
            y: String(row.y),
            width: String(row.width),
            height: String(row.height),
            sort_order: row.order,
            ...closingOf(before),
          }),
          tell: zoneChanged,
        },
        changes,
      );
    },
  });
