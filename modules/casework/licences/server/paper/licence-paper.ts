import { toPaperDay } from '#kernel/documents/pdf/paper-day.ts';
import { definePdfTemplate } from '#kernel/documents/pdf/template.ts';
import { canvasSvg } from '#kernel/documents/svg/canvas-svg.ts';

import type { Member, PaperForm } from '../../contract.ts';
import { verifyUrl } from '../addresses.ts';
import type { LicencesDeps } from '../deps.ts';
import type { KindRow, LicenceRow } from '../tables.ts';
import { openDisclosure } from '../vault.ts';
import { designSheet } from './design.ts';
import { LicenceOnPaper } from './licence-data.ts';
import { STATE_WORDS } from './state-words.ts';

/** A licence as a paper. Its wording is Chinese in every language: it is the official text. */
export const licencePaper = definePdfTemplate({
  name: 'licences/licence',
  version: 1,
  input: LicenceOnPaper,
  compose: (data) => ({
    title: `${data.title} ${data.number}`,
    author: data.authority,
    orientation: data.layout,
    margins: [0, 0, 0, 0],
    pageNumbers: false,
    body: [designSheet(data).canvas],
  }),
});

/** A licence as a picture of the same look. */
export function licencePicture(data: LicenceOnPaper, watermark: string | undefined): string {
  const { canvas, width } = designSheet(data);
  return canvasSvg(canvas, {
    width,
    title: `${data.title} ${data.number}`,
    ...(watermark === undefined ? {} : { watermark }),
  });
}

/** What is printed of a licence: 正本 has the fields that are meant for it, 副本 has all. */
export function toPaperData(
  deps: Pick<LicencesDeps, 'cipher' | 'publicUrl'>,
  row: LicenceRow,
  kind: KindRow,
  members: readonly Member[],
  form: PaperForm,
): LicenceOnPaper {
  const { holder, content } = openDisclosure(deps.cipher, row);
  const isWhole = form === 'duplicate' || !kind.has_duplicate;
  const day = (text: string) => toPaperDay(text, 'zh-CN');
  const until = (last: string | null) => (last === null ? '长期' : `至${day(last)}`);
  return {
    title: kind.name_zh,
    titleEn: kind.name_en,
    form: kind.has_duplicate ? form : null,
    layout: kind.layout,
    number: row.number,
    identifier: row.identifier,
    holder: holder.name,
    holderIdentifier: holder.identifier,
    fields: kind.fields.flatMap(({ key, label, isOnOriginal }) => {
      const value = content[key]?.['zh-CN'] ?? '';
      return value === '' || !(isWhole || isOnOriginal) ? [] : [{ label: label['zh-CN'], value }];
    }),
    members: members.map((member) => ({
      name: member.kind.name['zh-CN'],
      number: member.number,
      until: until(member.validUntil),
      state: member.state === 'valid' ? '' : `（${STATE_WORDS[member.state]['zh-CN']}）`,
    })),
    validity:
      row.valid_until === null
        ? `${day(row.valid_from)}起长期有效`
        : `${day(row.valid_from)}至${day(row.valid_until)}`,
    authority: row.authority_zh,
    issuedOn: day(row.issued_on),
    verifyUrl: verifyUrl(deps.publicUrl, row.token),
  };
}
