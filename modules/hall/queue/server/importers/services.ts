import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import { cellText } from '#kernel/imports/cells.ts';
import { unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field, type Importer, type RowChange } from '#kernel/imports/importer.ts';

import { events, permissions } from '../../contract.ts';
import type { QueueDeps } from '../deps.ts';
import * as setUp from '../repository-set-up.ts';
import { listServices, saveServices } from '../repository-windows.ts';

const codes = z.string().trim().max(600);

const Row = z.object({
  siteCode: cellText(64),
  windowNumber: cellText(6),
  mainCodes: codes,
  overflowCodes: codes,
});
type Row = z.infer<typeof Row>;

const fields = [
  field('siteCode', '服务点', 'Site', { isKey: true }),
  field('windowNumber', '窗口号', 'Window', { isKey: true }),
  field('mainCodes', '本窗口业务', 'Own businesses', {
    noteZh: '多个业务编码用 | 分隔',
    noteEn: 'Codes of businesses, with | between them',
  }),
  field('overflowCodes', '支援业务', 'Helps with'),
];

const split = (text: string) => text.split('|').filter((code) => code !== '');
const windowKey = (row: Row) => `${row.siteCode}/${row.windowNumber}`;

async function load(deps: QueueDeps, db: Db, centreId: number) {
  const [directory, businesses, services] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    setUp.listBusinesses(db, centreId),
    listServices(db, centreId),
  ]);
  const idOf = new Map(
    businesses.map((row) => [
      `${directory.sites.byId.get(row.site_id)?.code ?? ''}/${row.code}`,
      row.business_id,
    ]),
  );
  const codeOf = new Map(businesses.map((row) => [row.business_id, row.code]));
  return { directory, services, idOf, codeOf };
}

/** Which window serves what, as a sheet. */
export const serviceImporter = (deps: QueueDeps): Importer =>
  defineImporter<Row>({
    name: 'queue.window-services',
    title: { 'zh-CN': '窗口业务', en: 'Services of windows' },
    permission: permissions.manage,
    fields,
    row: Row,
    listCurrent: async (db, centreId) => {
      const { directory, services, codeOf } = await load(deps, db, centreId);
      return [...Map.groupBy(services, (service) => service.window_id)].flatMap(([id, own]) => {
        const window = directory.windows.byId.get(id);
        if (window === undefined) return [];
        const of = (role: 'main' | 'overflow') =>
          own
            .filter((service) => service.role === role)
            .map((service) => codeOf.get(service.business_id) ?? '')
            .toSorted()
            .join('|');
        return [
          {
            siteCode: directory.sites.byId.get(window.siteId)?.code ?? '',
            windowNumber: String(window.number),
            mainCodes: of('main'),
            overflowCodes: of('overflow'),
          },
        ];
      });
    },
    checkRows: async (db, centreId, rows) => {
      const { directory, idOf } = await load(deps, db, centreId);
      const keyed = rows.map(({ rowNumber, row }) => ({
        rowNumber,
        row: { ...row, windowNumber: windowKey(row) },
      }));
      const named = rows.flatMap(({ rowNumber, row }) =>
        [...split(row.mainCodes), ...split(row.overflowCodes)].map((code) => ({
          rowNumber,
          row: { ...row, mainCodes: `${row.siteCode}/${code}` },
        })),
      );
      return [
        ...unknownReferences(keyed, 'windowNumber', directory.windows.byCode, {
          'zh-CN': '窗口',
          en: 'window',
        }),
        ...unknownReferences(named, 'mainCodes', idOf, { 'zh-CN': '排队业务', en: 'business' }),
      ];
    },
    write: (tx, actor, changes) => writeRows(deps, tx, actor, changes),
  });

async function writeRows(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  changes: ReadonlyArray<RowChange<Row>>,
): Promise<void> {
  const { centreId } = actor;
  const { directory, idOf } = await load(deps, tx, centreId);
  for (const { after } of changes) {
    const window = directory.windows.byCode.get(windowKey(after));
    if (window === undefined)
      throw new Error(`A sheet names the window ${windowKey(after)}, which is not recorded.`);
    const of = (text: string, role: 'main' | 'overflow') =>
      split(text).flatMap((code) => {
        const id = idOf.get(`${after.siteCode}/${code}`);
        return id === undefined
          ? []
          : [{ centre_id: centreId, window_id: window.id, business_id: id, role }];
      });
    const rows = [...of(after.mainCodes, 'main'), ...of(after.overflowCodes, 'overflow')];
    saveServices(tx, centreId, window.id, rows);
    tell(tx, deps.clock, actor, events.servicesChanged, {
      subject: { kind: 'queue.window', id: window.id },
      payload: {
        siteId: window.siteId,
        windowId: window.id,
        act: 'services',
        businessIds: rows.map((row) => row.business_id),
      },
    });
  }
}
