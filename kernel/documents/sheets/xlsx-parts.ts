import { escapeXml } from './xlsx-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Places in the list of cell formats of `STYLES`. */
export const STYLE = {
  plain: 0,
  heading: 1,
  text: 2,
  integer: 3,
  general: 4,
  money: 5,
  date: 6,
  datetime: 7,
  note: 8,
} as const;

const FONT = '<name val="等线"/><family val="2"/>';

export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>
<fonts count="3"><font><sz val="11"/>${FONT}</font><font><b/><sz val="11"/>${FONT}</font><font><sz val="10"/><color rgb="FF6B6B6B"/>${FONT}</font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF8C8C8C"/></bottom><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="9">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;

export const PACKAGE_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** Declares what every part is; written last, when the number of sheets is known. */
export function contentTypes(sheetCount: number): string {
  const base = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheets = numbers(sheetCount)
    .map(
      (index) =>
        `<Override PartName="/xl/worksheets/sheet${index}.xml" ContentType="${base}.worksheet+xml"/>`,
    )
    .join('');
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${base}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${base}.styles+xml"/>${sheets}</Types>`
  );
}

export function workbook(sheetName: string, sheetCount: number): string {
  return namedWorkbook(
    numbers(sheetCount).map((index) =>
      index === 1 ? sheetName : `${sheetName.slice(0, 24)} (${index})`,
    ),
  );
}

/** The workbook part of sheets with these names. */
export function namedWorkbook(names: readonly string[]): string {
  const sheets = names
    .map(
      (name, index) =>
        `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    )
    .join('');
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${sheets}</sheets></workbook>`;
}

export function workbookRelations(sheetCount: number): string {
  const sheets = numbers(sheetCount)
    .map(
      (index) =>
        `<Relationship Id="rId${index}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index}.xml"/>`,
    )
    .join('');
  return (
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets}` +
    `<Relationship Id="rId${sheetCount + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`
  );
}

export interface ColumnLook {
  readonly width: number;
  readonly style: number;
}

/** Everything of a worksheet before its first row: head frozen, widths and formats of the columns. */
export function sheetStart(columns: readonly ColumnLook[], headingAt = 1): string {
  const looks = columns
    .map(
      ({ width, style }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`,
    )
    .join('');
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${headingAt}" topLeftCell="A${headingAt + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${looks}</cols><sheetData>\n`
  );
}

/** Everything after the last row; `validations` is the finished element or nothing. */
export function sheetEnd(validations = ''): string {
  return `</sheetData>${validations}</worksheet>`;
}

/** A, B … Z, AA …; `index` from 0. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
