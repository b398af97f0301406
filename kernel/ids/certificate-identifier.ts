import type { Words } from '../problems/contract.ts';
import { accept, refuse, type Checked } from './checked.ts';
import { toIdentifierText } from './text.ts';

/** 电子证照标识 (GB/T 36904), taken apart. */
export interface CertificateIdentifier {
  /** The whole, normalised, with dots. */
  readonly identifier: string;
  /** 证照类型代码: 统一社会信用代码 of the body that defined the type and three digits, 21 characters. */
  readonly type: string;
  /** 颁发机构代码: a 统一社会信用代码, or in identifiers of some provinces a division code. */
  readonly issuer: string;
  /** 流水号 */
  readonly serial: string;
  /** 版本号, three digits. */
  readonly version: string;
}

export type CertificateIdentifierReason =
  | 'empty'
  | 'root'
  | 'parts'
  | 'type'
  | 'issuer'
  | 'serial'
  | 'version'
  | 'check';

/** The object identifier under which the standard places all of them. */
export const CERTIFICATE_ROOT = '1.2.156.3005.2';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MAX_SERIAL = 64;

const MESSAGES: Readonly<Record<CertificateIdentifierReason, Words>> = {
  empty: { 'zh-CN': '请填写电子证照标识。', en: 'Enter the electronic certificate identifier.' },
  root: {
    'zh-CN': '电子证照标识应以1.2.156.3005.2开头。',
    en: 'An electronic certificate identifier begins with 1.2.156.3005.2.',
  },
  parts: {
    'zh-CN': '电子证照标识在根码后应有5段：证照类型代码、颁发机构代码、流水号、版本号、校验位。',
    en: 'After the root an electronic certificate identifier has five parts: type, issuer, serial, version, check character.',
  },
  type: {
    'zh-CN': '证照类型代码应为21位数字或大写字母。',
    en: 'the certificate type has 21 digits or capital letters.',
  },
  issuer: {
    'zh-CN': '颁发机构代码应为18位统一社会信用代码或6、9、12位区划代码。',
    en: 'The issuer is a unified social credit code of 18 characters or a division code of 6, 9 or 12 digits.',
  },
  serial: {
    'zh-CN': '流水号应为数字或大写字母。',
    en: 'The serial has digits or capital letters.',
  },
  version: { 'zh-CN': '版本号应为3位数字。', en: 'The version has three digits.' },
  check: {
    'zh-CN': '电子证照标识校验位不符，请核对。',
    en: 'The check character of the electronic certificate identifier does not match; compare it with the certificate.',
  },
};

/** Takes an identifier apart, or says why it is none. */
export function parseCertificateIdentifier(
  text: string,
): Checked<CertificateIdentifier, CertificateIdentifierReason> {
  const identifier = toIdentifierText(text);
  if (identifier === '') return refuse(MESSAGES, 'empty');
  if (!identifier.startsWith(`${CERTIFICATE_ROOT}.`)) return refuse(MESSAGES, 'root');
  const [type, issuer, serial, version, check, ...rest] = identifier
    .slice(CERTIFICATE_ROOT.length + 1)
    .split('.');
  if (
    type === undefined ||
    issuer === undefined ||
    serial === undefined ||
    version === undefined ||
    check === undefined ||
    rest.length > 0
  ) {
    return refuse(MESSAGES, 'parts');
  }
  if (!/^[0-9A-Z]{21}$/.test(type)) return refuse(MESSAGES, 'type');
  if (!/^([0-9A-Z]{18}|\d{6}|\d{9}|\d{12})$/.test(issuer)) return refuse(MESSAGES, 'issuer');
  if (!/^[0-9A-Z]+$/.test(serial) || serial.length > MAX_SERIAL) return refuse(MESSAGES, 'serial');
  if (!/^\d{3}$/.test(version)) return refuse(MESSAGES, 'version');
  if (checkMod37And36(`${type}${issuer}${serial}${version}`) !== check)
    return refuse(MESSAGES, 'check');
  return accept({ identifier, type, issuer, serial, version });
}

export function isCertificateIdentifier(text: string): boolean {
  return parseCertificateIdentifier(text).ok;
}

/** Puts an identifier together with its check character. Undefined when a part has another shape. */
export function composeCertificateIdentifier(
  type: string,
  issuer: string,
  serial: string,
  version: string,
): string | undefined {
  const check = checkMod37And36(`${type}${issuer}${serial}${version}`) ?? '';
  const identifier = `${CERTIFICATE_ROOT}.${type}.${issuer}.${serial}.${version}.${check}`;
  return isCertificateIdentifier(identifier) ? identifier : undefined;
}

/** ISO 7064 MOD 37,36 over digits and capital letters, or undefined when there are other characters. */
export function checkMod37And36(text: string): string | undefined {
  let product = 36;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return undefined;
    const sum = (product + value) % 36;
    product = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  return ALPHABET.charAt((37 - product) % 36);
}
