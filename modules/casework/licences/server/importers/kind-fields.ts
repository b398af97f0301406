import { LicenceField } from '../../contract.ts';

/** Marks of a field in a sheet: required, public, on 正本. */
const MARKS = ['r', 'p', 'o'] as const;

/**
 * Fields as one cell: `key:中文:English:rpo|key:…`, the marks r for required, p for anybody to see, o for printed on 正本.
 * Undefined when a part is missing or a mark unknown.
 */
export function readFields(cell: string): LicenceField[] | undefined {
  const parts = cell.split('|').filter((part) => part.trim() !== '');
  const fields = parts.map((part) => {
    const [key = '', zh = '', en = '', marks = '', ...rest] = part
      .split(':')
      .map((one) => one.trim());
    const isKnown = Array.from(marks).every((mark) => MARKS.some((one) => one === mark));
    if (rest.length > 0 || zh === '' || en === '' || !isKnown) return undefined;
    const read = LicenceField.safeParse({
      key,
      label: { 'zh-CN': zh, en },
      isRequired: marks.includes('r'),
      isPublic: marks.includes('p'),
      isOnOriginal: marks.includes('o'),
    });
    return read.success ? read.data : undefined;
  });
  const known = fields.flatMap((field) => field ?? []);
  const isUnique = new Set(known.map(({ key }) => key)).size === known.length;
  return known.length === parts.length && isUnique ? known : undefined;
}

export function writeFields(fields: readonly LicenceField[]): string {
  return fields
    .map(({ key, label, isRequired, isPublic, isOnOriginal }) => {
      const marks = `${isRequired ? 'r' : ''}${isPublic ? 'p' : ''}${isOnOriginal ? 'o' : ''}`;
      return [key, label['zh-CN'], label.en, marks].join(':');
    })
    .join('|');
}
