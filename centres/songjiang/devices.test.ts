import { describe, expect, it } from 'vitest';

import { column, dangling, readRows, repeated, tally } from './checks/support.ts';

const kinds = readRows('devices/device-kinds.csv');
const devices = readRows('devices/devices.csv');
const faults = readRows('devices/fault-dictionary.csv');
const windows = readRows('organisation/windows.csv');
const zones = readRows('organisation/zones.csv');

describe('the devices of the centre', () => {
  it('are more than a thousand in the hall alone, and at least one of every kind', () => {
    const hall = devices.filter((row) => row['siteCode'] === 'district-hall');
    expect(hall.length).toBeGreaterThanOrEqual(1000);
    expect(new Set(column(devices, 'kindCode'))).toEqual(new Set(column(kinds, 'code')));
  });

  it('have an asset number, a serial number and an address that no other has', () => {
    for (const name of ['assetNo', 'serialNo']) expect(repeated(column(devices, name))).toEqual([]);
    for (const name of ['ipAddress', 'macAddress']) {
      expect(repeated(column(devices, name).filter((cell) => cell !== ''))).toEqual([]);
    }
  });

  it('stand in a zone of their site, and at a window of that zone', () => {
    const places = new Set([
      ...zones.map((row) => `${row['siteCode']} ${row['code']} `),
      ...windows.map((row) => `${row['siteCode']} ${row['zoneCode']} ${row['number']}`),
    ]);
    for (const row of devices) {
      const place = `${row['siteCode']} ${row['zoneCode']} ${row['windowNumber']}`;
      expect(places.has(place)).toBe(true);
    }
  });

  it('give every window a plate and a pad, every hall window a computer and a card reader', () => {
    const at = (kind: string): string[] =>
      devices
        .filter((row) => row['kindCode'] === kind && row['windowNumber'] !== '')
        .map((row) => `${row['siteCode']}/${row['windowNumber']}`)
        .toSorted();
    const all = windows.map((row) => `${row['siteCode']}/${row['number']}`).toSorted();
    const hall = all.filter((place) => place.startsWith('district-hall/'));
    expect([at('window-screen'), at('evaluation-pad')]).toEqual([all, all]);
    expect([at('clerk-computer'), at('id-card-reader')]).toEqual([hall, hall]);
  });

  it('have addresses from the ranges kept for documentation, and only where they are networked', () => {
    const networked = new Map(kinds.map((row) => [row['code'], row['networked'] === 'true']));
    const documentation =
      /^((192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}|2001:db8:117:[0-9a-f]+::[0-9a-f]+)$/;
    // The second lowest bit of the first byte says: given locally, by no maker.
    const local = /^02:00:5E:53:[0-9A-F]{2}:[0-9A-F]{2}$/;
    for (const row of devices) {
      const wanted = networked.get(row['kindCode']) ? [documentation, local] : [/^$/, /^$/];
      expect(row['ipAddress']).toMatch(wanted[0] ?? /^$/);
      expect(row['macAddress']).toMatch(wanted[1] ?? /^$/);
    }
  });

  it('are of brands that do not exist', () => {
    for (const row of devices) {
      expect([row['brand']?.startsWith('演示'), row['demonstration']]).toEqual([true, 'true']);
    }
  });

  it('are bought before their warranty ends, and most are out of it', () => {
    for (const row of devices) {
      expect((row['commissionedOn'] ?? '') < (row['warrantyUntil'] ?? '')).toBe(true);
    }
    const old = devices.filter((row) => (row['warrantyUntil'] ?? '') < '2026-11-22');
    expect(old.length / devices.length).toBeGreaterThan(0.5);
  });

  it('keep their spares in the store', () => {
    const spares = devices.filter((row) => row['status'] === 'spare');
    expect(spares.length).toBeGreaterThan(20);
    expect(new Set(column(spares, 'zoneCode'))).toEqual(new Set(['f4-store']));
    expect(Object.keys(tally(column(devices, 'status'))).toSorted()).toEqual([
      'in-service',
      'repair',
      'spare',
    ]);
  });
});

describe('the fault dictionary', () => {
  const named = {
    'ticket-machine': ['无法开机', '取号卡顿', '无法打印', '无法联网'],
    'evaluation-pad': ['无法开机', '无法充电', '无法联网', '无法显示静态页', '无法显示动态页'],
    'self-service-kiosk': ['无法开机', '无法打印', '无法联网'],
    'media-player': ['显示不正确', '无法正确叫号', '意外死机'],
    'document-camera': ['无法开机', '无法识别材料'],
  };

  it('has exactly the faults that the published contract names, marked as such', () => {
    const fromBudget = faults.filter((row) => row['source'] === 'budget');
    const found = Object.fromEntries(
      Object.keys(named).map((kind) => {
        return [
          kind,
          column(
            fromBudget.filter((row) => row['kindCode'] === kind),
            'faultZh',
          ),
        ];
      }),
    );
    expect(found).toEqual(named);
    expect(fromBudget).toHaveLength(Object.values(named).flat().length);
  });

  it('knows faults of every kind of device, each once', () => {
    expect(new Set(column(faults, 'kindCode'))).toEqual(new Set(column(kinds, 'code')));
    expect(dangling(column(faults, 'kindCode'), column(kinds, 'code'))).toEqual([]);
    expect(repeated(faults.map((row) => `${row['kindCode']} ${row['code']}`))).toEqual([]);
    expect(repeated(faults.map((row) => `${row['kindCode']} ${row['faultZh']}`))).toEqual([]);
    expect(dangling(column(faults, 'severity'), ['critical', 'major', 'minor'])).toEqual([]);
  });
});
