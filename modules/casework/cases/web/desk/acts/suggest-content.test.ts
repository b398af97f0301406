import { expect, test } from 'vitest';

import type { Form } from '#modules/casework/matters/contract.ts';

import { suggestContent } from './suggest-content.ts';

const form: Form = {
  sections: [
    {
      key: 'all',
      title: { zh: '全部' },
      fields: [
        { kind: 'text', key: 'legal-representative', label: { zh: '负责人' }, required: true },
        {
          kind: 'person',
          key: 'head',
          label: { zh: '主要负责人' },
          required: true,
          withPhone: true,
        },
        { kind: 'text', key: 'scope', label: { zh: '经营范围' }, required: false },
      ],
    },
  ],
};
const values = {
  'legal-representative': '陶海红',
  head: { name: '陈永栋', identifier: '310199196407161613', phone: '13800138000' },
};
const field = (key: string, zh: string) => ({ key, label: { 'zh-CN': zh, en: zh } });
const suggest = (...fields: Array<ReturnType<typeof field>>) =>
  suggestContent(fields, { form, answers: {}, values }, () => undefined);

test('a field of the licence takes what the form says under the same key', () => {
  expect(suggest(field('legalRepresentative', '法定代表人'))).toEqual({
    legalRepresentative: '陶海红',
  });
});

test('or under the same name, and names people without their numbers', () => {
  expect(suggest(field('manager', '主要负责人'))).toEqual({ manager: '陈永栋' });
});

test('what the form does not say stays empty for whoever issues it', () => {
  expect(suggest(field('scope', '经营范围'), field('beds', '床位'))).toEqual({});
});
