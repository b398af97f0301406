import { describe, expect, test } from 'vitest';

import {
  checkField,
  type Field,
  fieldKinds,
  kindOf,
  prefillForm,
  toJsonSchema,
} from '../contract.ts';
import { anItem } from '../server/test-content.ts';

const common = { key: 'field', label: { zh: '字段' }, required: true };
const A_FILE = '018f0000-0000-7000-8000-000000000000';

/** Of each kind a field, values that it takes and values that it refuses with the code. */
const SAMPLES: Readonly<
  Record<Field['kind'], { field: Field; good: unknown[]; bad: Array<readonly [unknown, string]> }>
> = {
  text: {
    field: {
      ...common,
      kind: 'text',
      shortest: 2,
      pattern: { expression: '[A-Z]+', hint: { zh: '大写字母' } },
    },
    good: ['AB'],
    bad: [
      ['A', 'too-short'],
      ['ABc', 'pattern'],
      [7, 'wrong-shape'],
    ],
  },
  number: {
    field: { ...common, kind: 'number', decimals: 1, least: 1, most: 10 },
    good: [1, 9.5],
    bad: [
      [0.5, 'too-little'],
      [11, 'too-much'],
      [1.25, 'decimals'],
      ['3', 'wrong-shape'],
    ],
  },
  money: {
    field: { ...common, kind: 'money', leastFen: 100, shownIn: 'yuan' },
    good: [100],
    bad: [
      [99, 'too-little'],
      [100.5, 'wrong-shape'],
    ],
  },
  date: {
    field: { ...common, kind: 'date', range: 'past' },
    good: ['2026-01-20', '2024-02-29'],
    bad: [
      ['2026-01-21', 'in-future'],
      ['2026-02-29', 'not-a-day'],
    ],
  },
  choice: {
    field: {
      ...common,
      kind: 'choice',
      many: true,
      options: [
        { key: 'a', text: { zh: '甲' } },
        { key: 'b', text: { zh: '乙' } },
      ],
    },
    good: [['a'], ['a', 'b']],
    bad: [
      [['z'], 'not-an-option'],
      [['a', 'a'], 'not-an-option'],
      ['a', 'wrong-shape'],
    ],
  },
  'yes-no': {
    field: { ...common, kind: 'yes-no' },
    good: [true, false],
    bad: [['yes', 'wrong-shape']],
  },
  address: {
    field: { ...common, kind: 'address', insideDistrict: true },
    good: [{ division: '310117001', detail: '中山中路1号' }],
    bad: [
      [{ division: '310117', detail: '中山中路1号' }, 'no-town'],
      [{ division: '310118001', detail: '中山中路1号' }, 'outside'],
      [{ division: '310117001', detail: ' ' }, 'no-detail'],
    ],
  },
  phone: {
    field: { ...common, kind: 'phone' },
    good: ['13812345678', '021-57831234'],
    bad: [['1381234567', 'mobile-length']],
  },
  email: {
    field: { ...common, kind: 'email' },
    good: ['a@example.cn'],
    bad: [['a@', 'not-an-email']],
  },
  person: {
    field: { ...common, kind: 'person', withPhone: false },
    good: [{ name: '张三', identifier: '11010519491231002X' }],
    bad: [
      [{ name: '', identifier: '11010519491231002X' }, 'no-name'],
      [{ name: '张三', identifier: '110105194912310021' }, 'check'],
    ],
  },
  firm: {
    field: { ...common, kind: 'firm' },
    good: [{ name: '演示公司', creditCode: '11310117MB0T00015N' }],
    bad: [[{ name: '演示公司', creditCode: '11310117MB0T00015M' }, 'check']],
  },
  premises: {
    field: { ...common, kind: 'premises', role: 'seat', subjects: 'firm' },
    good: [
      { unitId: A_FILE, filingNumber: 'ZS1', version: 1, hash: 'ab', address: '演示路1号301室' },
    ],
    bad: [
      ['演示路1号301室', 'wrong-shape'],
      [{ unitId: A_FILE }, 'wrong-shape'],
    ],
  },
  file: {
    field: { ...common, kind: 'file', most: 1 },
    good: [[A_FILE]],
    bad: [
      [[A_FILE, A_FILE], 'too-many'],
      [['x'], 'wrong-shape'],
    ],
  },
  statement: {
    field: { ...common, kind: 'statement', statement: { zh: '我承诺' } },
    good: [true],
    bad: [[false, 'not-agreed']],
  },
  signature: {
    field: { ...common, kind: 'signature' },
    good: [A_FILE],
    bad: [['x', 'wrong-shape']],
  },
  table: {
    field: {
      ...common,
      kind: 'table',
      fewest: 1,
      most: 2,
      columns: [
        { kind: 'text', key: 'plate', label: { zh: '车牌' }, required: true, longest: 8 },
        { kind: 'number', key: 'load', label: { zh: '吨位' }, required: false, decimals: 0 },
      ],
    },
    good: [[{ plate: '沪A12345' }]],
    bad: [
      [[{ load: 2 }], 'required'],
      [[{ plate: '沪A1234567' }], 'too-long'],
      [[{ plate: '1' }, { plate: '2' }, { plate: '3' }], 'too-many'],
      ['x', 'wrong-shape'],
    ],
  },
};

const context = { today: '2026-01-20', district: '310117' };

describe('a field of a form', () => {
  test.each(Object.entries(SAMPLES))('of kind %s takes what it should', (_kind, sample) => {
    for (const value of sample.good) expect(checkField(sample.field, value, context)).toEqual([]);
  });

  test.each(Object.entries(SAMPLES))(
    'of kind %s refuses the rest and says why',
    (_kind, sample) => {
      for (const [value, code] of sample.bad)
        expect(checkField(sample.field, value, context).map((found) => found.code)).toEqual([code]);
    },
  );

  test.each(Object.entries(SAMPLES))('of kind %s is required, not just there', (_kind, sample) => {
    const { field } = sample;
    const codes = checkField(field, kindOf(field).empty(field), context).map(({ code }) => code);
    expect(codes).toEqual(['required']);
    const optional = { ...field, required: false };
    expect(checkField(optional, undefined, context)).toEqual([]);
  });

  test.each(Object.values(fieldKinds).map((kind) => [kind.kind, kind] as const))(
    'of kind %s can be begun anew and reads as words',
    (name, kind) => {
      const field = kind.create(common);
      expect(field.kind).toBe(name);
      const { good } = SAMPLES[name];
      const shown = kindOf(SAMPLES[name].field).toText(SAMPLES[name].field, good[0], context);
      expect(shown.zh).not.toBe('');
    },
  );

  test('names the place of a fault inside a table', () => {
    const found = checkField(SAMPLES.table.field, [{ plate: '1' }, { load: 'x' }], context);
    expect(found.map(({ path }) => path)).toEqual(['field.1.plate', 'field.1.load']);
  });
});

describe('a form for programs', () => {
  test('is JSON Schema that requires what is always shown', () => {
    expect(toJsonSchema(anItem().form)).toMatchObject({
      type: 'object',
      required: ['shop-name', 'area'],
      additionalProperties: false,
      properties: { area: { type: 'number', minimum: 1 } },
    });
  });

  test('requires a field that hangs on another one with the values that show it', () => {
    const [section] = anItem().form.sections;
    if (section === undefined) throw new Error('No sections');
    const fields: Field[] = [
      { ...common, kind: 'yes-no', key: 'chain' },
      {
        ...common,
        kind: 'text',
        key: 'head-office',
        showIf: { field: 'chain', is: true },
      },
    ];
    const schema = toJsonSchema({ sections: [{ ...section, fields }] });
    expect(schema['required']).toEqual(['chain']);
    expect(JSON.stringify(schema['allOf'])).toContain('"required":["head-office"]');
  });

  test('is filled in with what is known, each field in its own shape', () => {
    const fields: Field[] = [
      { ...common, kind: 'text', key: 'name', prefill: 'applicant.name' },
      { ...common, kind: 'firm', key: 'firm', prefill: 'applicant.name' },
      {
        ...common,
        kind: 'person',
        key: 'head',
        withPhone: false,
        prefill: 'applicant.legal-representative',
      },
      { ...common, kind: 'phone', key: 'phone', prefill: 'agent.phone' },
      { ...common, kind: 'date', key: 'day', range: 'any', prefill: 'today' },
      { ...common, kind: 'text', key: 'other' },
    ];
    const form = { sections: [{ key: 's', title: { zh: '一' }, fields }] };
    const known = {
      applicant: {
        name: '演示公司',
        identifier: '11310117MB0T00015N',
        legalRepresentative: '张三',
      },
      today: '2026-01-20',
    };
    expect(prefillForm(form, known)).toEqual({
      name: '演示公司',
      firm: { name: '演示公司', creditCode: '11310117MB0T00015N' },
      head: { name: '张三', identifier: '' },
      day: '2026-01-20',
    });
  });
});
