import { expect, test } from 'vitest';

import type { BundleContent } from '../bundle.ts';
import { toBundleValues } from './to-bundle-values.ts';

const bundle = {
  commonFields: [
    {
      field: 'shop-name',
      fills: [
        { member: 'food', field: 'name' },
        { member: 'sign', field: 'words' },
      ],
    },
  ],
} as unknown as BundleContent;

test('what fills a common field is known for all, the rest stays with its matter', () => {
  expect(toBundleValues(bundle, 'food', { name: '面馆', area: 60 })).toEqual({
    'shop-name': '面馆',
    'food-area': 60,
  });
  expect(toBundleValues(bundle, 'fire', { name: '面馆' })).toEqual({ 'fire-name': '面馆' });
});
