/** What somebody is found by: number, name, pinyin with and without spaces, its initials, English name; in small letters. */
export function toSearchText(person: {
  readonly employeeNo: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly namePinyin: string;
}): string {
  const syllables = person.namePinyin.toLowerCase().split(/\s+/).filter(Boolean);
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  const parts = [
    person.employeeNo,
    person.nameZh,
    syllables.join(' '),
    syllables.join(''),
    initials,
    person.nameEn,
  ];
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .toLowerCase();
}
