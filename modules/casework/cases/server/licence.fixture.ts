import { systemActor } from '#kernel/access/system-actor.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import type { TestApp } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { anItem } from './test-matter.ts';

/** A kind of licence with one field, `premises`. */
export const KIND = {
  code: 'public-place-hygiene',
  typeCode: '11100000MB0T90022Q003',
  nameZh: '公共场所卫生许可证',
  nameEn: 'Public Place Hygiene Permit',
  definerZh: '演示机关',
  holder: 'any',
  role: 'issued',
  numberPattern: '沪松卫公证字〔{year}〕第{serial:6}号',
  validityMonths: '48',
  renewFromDays: '30',
  layout: 'landscape',
  duplicate: 'false',
  fields: 'premises:经营场所:Premises:rpo',
  order: '3',
  demonstration: 'true',
};

/** Puts a kind of licence into the register; gives the result of an item that ends with it. */
export async function addLicenceKind({ foundation, app }: TestApp, kind = KIND) {
  const importer = app.running.importers.find(({ name }) => name === 'licences.kinds');
  if (importer === undefined) throw new Error('no importer');
  await runImport(foundation, systemActor(TEST_CENTRE, 'test'), importer, 'kinds.csv', [
    { rowNumber: 2, cells: kind },
  ]);
  return {
    ...anItem('').result,
    type: '10' as const,
    name: { zh: kind.nameZh, en: kind.nameEn },
    licenceKind: kind.code,
  };
}
