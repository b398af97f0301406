import { expect, test } from 'vitest';

import { maskIpAddress, toDeviceShown } from './client-shown.ts';

test('a browser is named with its system', () => {
  const windows =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
  expect(toDeviceShown(windows)).toBe('Chrome · Windows');
  expect(toDeviceShown(`${windows} Edg/131.0.0.0`)).toBe('Edge · Windows');
  expect(
    toDeviceShown(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit Version/18.0 Mobile Safari/604.1',
    ),
  ).toBe('Safari · iOS');
  expect(toDeviceShown('curl/8')).toBe('—');
});

test('an address does not single out one machine', () => {
  expect(maskIpAddress('10.20.30.40')).toBe('10.20.*.*');
  expect(maskIpAddress('::ffff:10.20.30.40')).toBe('10.20.*.*');
  expect(maskIpAddress('2001:da8:8000:1::5')).toBe('2001:da8:8000:*');
  expect(maskIpAddress('unknown')).toBe('*');
});
