import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decideFree } from './entitlement.ts';
import { Channel, SiteKind } from './of-others.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const HERE = '11310117MB0T00021A';
const ELSEWHERE = '11310000MB0T00021A';
const decide = (
  channel: Channel,
  siteKind: SiteKind | null,
  authorityCode = HERE,
  settings = DEFAULT_SETTINGS,
) => decideFree({ channel, siteKind, authorityCode }, settings).isFree;

describe('a free parcel', () => {
  test('is for what is done at a window of the district centre', () => {
    expect(decide('window', 'district-hall')).toBe(true);
    expect(decide('window', 'district-hall', ELSEWHERE)).toBe(true);
    expect(decide('window', 'town')).toBe(false);
    expect(decide('window', null)).toBe(false);
  });

  test('is for matters of the district that are applied for online, wherever they are handled', () => {
    expect(decide('online', null)).toBe(true);
    expect(decide('mobile', 'town')).toBe(true);
    expect(decide('online', null, ELSEWHERE)).toBe(false);
    expect(decide('online', null, '')).toBe(false);
  });

  test('follows the settings of the centre, and always has a reason in both languages', () => {
    const all = fc.record({
      windowChannels: fc.subarray(Channel.options),
      onlineChannels: fc.subarray(Channel.options),
      siteKinds: fc.subarray(SiteKind.options),
    });
    fc.assert(
      fc.property(
        all,
        fc.constantFrom(...Channel.options),
        fc.constantFrom(null, ...SiteKind.options),
        fc.constantFrom(HERE, ELSEWHERE),
        (rules, channel, siteKind, authorityCode) => {
          const handled = { channel, siteKind, authorityCode };
          const { isFree, reason } = decideFree(handled, { ...DEFAULT_SETTINGS, ...rules });
          const isNamed =
            rules.windowChannels.includes(channel) || rules.onlineChannels.includes(channel);
          expect(reason['zh-CN']).not.toBe('');
          expect(reason.en).not.toBe('');
          if (!isNamed) expect(isFree).toBe(false);
          if (isFree && rules.windowChannels.includes(channel))
            expect(rules.siteKinds).toContain(siteKind);
        },
      ),
    );
  });
});
