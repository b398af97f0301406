import { describe, expect, it } from 'vitest';

import { definePages } from '../../kit/pages.ts';
import { matchPage } from './match-page.ts';

const page = (path: string) => ({
  surface: 'device' as const,
  path,
  title: { 'zh-CN': path, en: path },
  load: async () => () => null,
});
const pages = definePages([
  page('/$kind'),
  page('/enrolment'),
  page('/'),
  page('/$kind/$deviceId'),
]);

describe('the page of a device', () => {
  it('is the one spelt out before one with places', () => {
    expect(matchPage(pages, '/enrolment')?.page.path).toBe('/enrolment');
  });

  it('is given the places of its address', () => {
    expect(matchPage(pages, '/display/%E5%8C%97-1')?.params).toEqual({
      kind: 'display',
      deviceId: '北-1',
    });
  });

  it('is the first one at the root', () => {
    expect(matchPage(pages, '/')?.page.path).toBe('/');
  });

  it('is none for an address that is longer than any', () => {
    expect(matchPage(pages, '/a/b/c')).toBeUndefined();
  });
});
