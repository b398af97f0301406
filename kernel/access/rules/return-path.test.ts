import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toReturnPath } from './return-path.ts';

describe('the page to return to', () => {
  it('is a path of this site', () => {
    expect(toReturnPath('/')).toBe('/');
    expect(toReturnPath('/enterprise?tab=licences#top')).toBe('/enterprise?tab=licences#top');
    expect(toReturnPath('/a/../b')).toBe('/b');
  });

  it('is never another site, however it is spelt', () => {
    const bad = [
      '',
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '\\/evil.example',
      '/\t/evil.example',
      'data:text/html,hello',
      'evil',
      '/..//evil.example',
      '/.//evil.example',
      '/ /evil',
      '/\n/evil',
      '/api/v1/session',
      '/API/v1',
      '/standin/identity/auth',
    ];
    expect(bad.filter((path) => toReturnPath(path) !== undefined)).toEqual([]);
  });

  it('stays on this site whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({
          maxLength: 40,
          unit: fc.constantFrom('/', '\\', '.', ':', '@', '?', '#', 'a', '%', '2', 'f', '\t', ' '),
        }),
        (text) => {
          const result = toReturnPath(text);
          if (result === undefined) return;
          expect(result.startsWith('/') && !result.startsWith('//')).toBe(true);
          expect(new URL(result, 'https://centre.example').host).toBe('centre.example');
        },
      ),
      { numRuns: 2000 },
    );
  });
});
