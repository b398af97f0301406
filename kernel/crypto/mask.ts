import { COMPOUND_SURNAMES } from './surnames.ts';

/**
 * What screens and exports show of personal data to people who need not see all of it. Masks are for eyes: they do not
 * replace permission, and a masked value is never stored or searched.
 */

const STAR = '*';

/** Keeps the first `head` and last `tail` characters. A text too short for that keeps its first character at most. */
export function maskMiddle(text: string, head: number, tail: number): string {
  const characters = Array.from(text.trim());
  const hidden = characters.length - head - tail;
  if (hidden < 1)
    return characters.length > 1
      ? `${characters[0] ?? ''}${STAR.repeat(characters.length - 1)}`
      : STAR.repeat(characters.length);
  return `${characters.slice(0, head).join('')}${STAR.repeat(hidden)}${characters.slice(head + hidden).join('')}`;
}

/** 310117********0013; numbers of the first generation 310117******013. */
export function maskCitizenId(number: string): string {
  return maskMiddle(number, 6, number.trim().length === 15 ? 3 : 4);
}

/** Passports, permits and other papers: first and last two characters. */
export function maskDocumentNumber(number: string): string {
  const { length } = number.trim();
  if (length === 18 || length === 15) return maskCitizenId(number);
  return maskMiddle(number, length < 8 ? 1 : 2, length < 8 ? 1 : 2);
}

/** 138****1234; landlines keep area code and last three digits, 021*****234. Separators are left out. */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/[^\d+]/g, '').replace(/^(?:\+|00)86/, '');
  if (/^1\d{10}$/.test(digits)) return maskMiddle(digits, 3, 4);
  if (/^0\d{9,11}$/.test(digits)) return maskMiddle(digits, /^0(?:1|2)/.test(digits) ? 3 : 4, 3);
  return maskMiddle(digits, digits.length > 7 ? 3 : 1, digits.length > 7 ? 2 : 1);
}

/** The family name stays, the given name goes: 张*, 张**, 欧阳**. In names with spaces or · each part keeps its first letter. */
export function maskName(name: string): string {
  const trimmed = name.trim();
  const parts = trimmed.split(/([\s·•.‧]+)/);
  if (parts.length > 1)
    return parts.map((part, index) => (index % 2 === 1 ? part : maskPart(part))).join('');
  if (!/^\p{Script=Han}+$/u.test(trimmed)) return maskPart(trimmed);
  const characters = Array.from(trimmed);
  const family =
    characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join('')) ? 2 : 1;
  const hidden = Math.max(1, characters.length - family);
  return `${characters.slice(0, characters.length === 1 ? 0 : family).join('')}${STAR.repeat(hidden)}`;
}

const FIRM_ENDINGS =
  /(?:(?:有限责任|股份有限|有限|集团)?公司(?:.{1,12}分公司)?|(?:普通|特殊普通|有限)合伙(?:企业)?|合伙企业(?:[(（].{2,6}[)）])?|个人独资企业|农民专业合作社|专业合作社|事务所|基金会|经营部|服务部|工作室|门市部|中心|协会|商行|饭店|超市|学校|医院|厂|店|社|馆|院)$/u;

/** First two characters and the legal form: 上海****有限公司. A short name keeps its first character. */
export function maskFirmName(name: string): string {
  const trimmed = name.trim();
  const ending = FIRM_ENDINGS.exec(trimmed)?.[0] ?? '';
  const core = Array.from(trimmed.slice(0, trimmed.length - ending.length));
  if (core.length < 2) return `${STAR}${ending}`;
  const head = core.length > 3 ? 2 : 1;
  return `${core.slice(0, head).join('')}${STAR.repeat(core.length - head)}${ending}`;
}

const ROAD = /^.*?(?:街道|大道|[路街道巷弄镇乡])/u;
const DISTRICT = /^.*?[区县旗]/u;
const CITY = /^.*?[市省]/u;

/** Down to the first road, subdistrict or town, otherwise district or city: 上海市某区某路****. */
export function maskAddress(address: string): string {
  const trimmed = address.trim();
  for (const level of [ROAD, DISTRICT, CITY]) {
    const place = level.exec(trimmed)?.[0];
    if (place !== undefined && place.length < trimmed.length) return `${place}${STAR.repeat(4)}`;
  }
  const characters = Array.from(trimmed);
  return `${characters.slice(0, Math.min(3, Math.floor(characters.length / 2))).join('')}${STAR.repeat(4)}`;
}

/** z***@example.com. A text without a domain is hidden but for its first character. */
export function maskEmail(email: string): string {
  const trimmed = email.trim();
  const at = trimmed.lastIndexOf('@');
  if (at < 1) return maskMiddle(trimmed, 1, 0);
  return `${Array.from(trimmed)[0] ?? ''}${STAR.repeat(3)}${trimmed.slice(at)}`;
}

/** 91310117******T0X0: kind, division and the last four. */
export function maskUscc(code: string): string {
  return maskMiddle(code, 8, 4);
}

function maskPart(part: string): string {
  const [first = '', ...rest] = Array.from(part);
  return rest.length === 0
    ? STAR.repeat(first === '' ? 0 : 1)
    : `${first}${STAR.repeat(Math.min(rest.length, 6))}`;
}
