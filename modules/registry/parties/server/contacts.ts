import { z } from 'zod';

import { maskAddress, maskEmail, maskPhone } from '#kernel/crypto/mask.ts';
import { accept, type Checked, refuse } from '#kernel/ids/checked.ts';
import { parsePhone } from '#kernel/ids/phone.ts';

import type { ContactKind } from '../contract.ts';

const MESSAGES = {
  email: { 'zh-CN': '电子邮箱格式不正确。', en: 'This is not an e-mail address.' },
  mobile: { 'zh-CN': '请填写手机号码。', en: 'Enter a mobile number.' },
  landline: { 'zh-CN': '请填写固定电话。', en: 'Enter a landline.' },
  address: { 'zh-CN': '地址应为4至200个字。', en: 'An address has 4 to 200 characters.' },
} as const;

/** The form in which a contact is stored, or what is wrong with it. Telephones become digits, landlines with their area code. */
export function parseContact(kind: ContactKind, text: string): Checked<string> {
  switch (kind) {
    case 'mobile':
    case 'landline': {
      const phone = parsePhone(text);
      if (!phone.ok) return phone;
      const isMobile = phone.value.kind === 'mobile';
      return isMobile === (kind === 'mobile') ? accept(phone.value.number) : refuse(MESSAGES, kind);
    }
    case 'email': {
      const email = text.trim().toLowerCase();
      return z.email().safeParse(email).success ? accept(email) : refuse(MESSAGES, 'email');
    }
    case 'address': {
      const address = text.trim();
      return address.length >= 4 && address.length <= 200
        ? accept(address)
        : refuse(MESSAGES, 'address');
    }
  }
}

/** What everybody may see of a contact. */
export function maskContact(kind: ContactKind, value: string): string {
  switch (kind) {
    case 'mobile':
    case 'landline':
      return maskPhone(value);
    case 'email':
      return maskEmail(value);
    case 'address':
      return maskAddress(value);
  }
}
