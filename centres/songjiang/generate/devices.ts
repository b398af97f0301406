import { type Placement, placements } from './device-plan.ts';
import { hall, listWindows, sites } from './organisation.ts';
import { type Dice, itemAt, makeDice } from './random.ts';
import { addDays, readTable, type Table, weekdayOf } from './table.ts';

const deviceColumns = [
  'assetNo',
  'kindCode',
  'brand',
  'model',
  'serialNo',
  'siteCode',
  'zoneCode',
  'windowNumber',
  'status',
  'commissionedOn',
  'warrantyUntil',
  'ipAddress',
  'macAddress',
  'demonstration',
] as const;

interface Place {
  siteCode: string;
  zoneCode: string;
  windowNumber?: number;
}

interface Bought {
  brand: string;
  model: string;
  commissionedOn: string;
  warrantyUntil: string;
}

const store: Place = { siteCode: hall, zoneCode: 'f4-store' };

const brands = ['演示甲', '演示乙', '演示丙', '演示丁'];

/** The IPv4 networks that are reserved for documentation (RFC 5737). */
const documentationNetworks = ['192.0.2', '198.51.100', '203.0.113'];

export function makeDevices(): Table<(typeof deviceColumns)[number]> {
  const dice = makeDice('songjiang devices');
  const kinds = readTable('devices/device-kinds.csv', ['code', 'assetPrefix', 'networked']);
  const addresses = makeAddresses();
  const counts = new Map<string, number>();
  const rows = placements.flatMap((placement) => {
    const kind = kinds.find((one) => one.code === placement.kindCode);
    if (!kind) throw new Error(`No device kind ${placement.kindCode}`);
    return placesOf(placement).map((place) => {
      const count = (counts.get(kind.code) ?? 0) + 1;
      counts.set(kind.code, count);
      const order = String(count).padStart(4, '0');
      const bought = buy(dice, placement, kind.assetPrefix);
      const networked = kind.networked === 'true';
      return {
        assetNo: `SJ-${kind.assetPrefix}-${order}`,
        kindCode: kind.code,
        ...bought,
        serialNo: `DEMO${kind.assetPrefix}${bought.commissionedOn.slice(2, 4)}${order}`,
        ...place,
        status: statusOf(dice, place),
        ...(networked ? addresses.next(place.siteCode, kind.code) : {}),
        demonstration: true,
      };
    });
  });
  return { columns: deviceColumns, rows };
}

function placesOf(placement: Placement): Place[] {
  return [
    ...zonePlaces(placement.zones ?? {}),
    ...windowPlaces(placement),
    ...sitePlaces(placement),
    ...Array.from({ length: placement.spares ?? 0 }, () => store),
  ];
}

function zonePlaces(zones: Readonly<Record<string, number>>): Place[] {
  return Object.entries(zones).flatMap(([zoneCode, count]) => {
    const siteCode = zoneCode.startsWith('tibet') ? zoneCode.replace('-self', '') : hall;
    return Array.from({ length: count }, () => ({ siteCode, zoneCode }));
  });
}

function windowPlaces(placement: Placement): Place[] {
  const { hallWindows = [], everyNth = 1, siteWindows = false } = placement;
  const chosen = listWindows().filter((window) => {
    if (window.siteCode !== hall) return siteWindows;
    const fits = hallWindows === 'all' || hallWindows.includes(window.kind);
    return fits && window.number % everyNth === 0;
  });
  return chosen.map(({ siteCode, zoneCode, number }) => {
    return { siteCode, zoneCode, windowNumber: number };
  });
}

function sitePlaces({ perSite = 0, perTownSelfService = 0 }: Placement): Place[] {
  return sites.flatMap(({ code, kind }) => {
    if (kind !== 'town' && kind !== 'park') return [];
    const room = { siteCode: code, zoneCode: `${code}-hall` };
    const self = { siteCode: code, zoneCode: kind === 'town' ? `${code}-self` : `${code}-hall` };
    return [
      ...Array.from({ length: perSite }, () => room),
      ...Array.from({ length: perTownSelfService }, () => self),
    ];
  });
}

/** A purchase: the brand goes with the year, as things bought together are of one make. */
function buy(dice: Dice, placement: Placement, prefix: string): Bought {
  const [first, last] = placement.bought;
  const commissionedOn = placement.commissionedOn ?? weekdayIn(dice, dice.between(first, last));
  const year = Number(commissionedOn.slice(0, 4));
  const generation = Math.floor((year - first) / 3) + 1;
  const years = year >= 2022 ? 5 : 3;
  return {
    brand: itemAt(brands, (year + prefix.charCodeAt(0)) % brands.length),
    model: `${prefix}-${generation}00`,
    commissionedOn,
    warrantyUntil: addDays(`${year + years}${commissionedOn.slice(4)}`, -1),
  };
}

function weekdayIn(dice: Dice, year: number): string {
  const day = addDays(`${year}-03-01`, dice.between(0, 270));
  return weekdayOf(day) > 5 ? addDays(day, 8 - weekdayOf(day)) : day;
}

function statusOf(dice: Dice, place: Place): 'in-service' | 'spare' | 'repair' {
  if (place === store) return 'spare';
  return place.siteCode === hall && dice.chance(0.015) ? 'repair' : 'in-service';
}

interface Addresses {
  next(siteCode: string, kindCode: string): { ipAddress: string; macAddress: string };
}

/**
 * Addresses that lead nowhere: the hall uses the documentation networks of IPv4, its cameras and
 * all other sites the one of IPv6 (RFC 3849); hardware addresses are locally administered.
 */
function makeAddresses(): Addresses {
  let hallHosts = 0;
  let machines = 0;
  const hosts = new Map<number, number>();
  const nextV6 = (network: number): string => {
    const host = (hosts.get(network) ?? 0) + 1;
    hosts.set(network, host);
    return `2001:db8:117:${network.toString(16)}::${host.toString(16)}`;
  };
  const nextV4 = (): string => {
    const network = documentationNetworks[Math.floor(hallHosts / 253)];
    if (network === undefined) throw new Error('The documentation networks are full');
    const host = (hallHosts % 253) + 2;
    hallHosts += 1;
    return `${network}.${host}`;
  };
  return {
    next(siteCode, kindCode) {
      machines += 1;
      const macAddress = `02:00:5E:53:${hexByte(machines >> 8)}:${hexByte(machines & 0xff)}`;
      const site = sites.findIndex((one) => one.code === siteCode) + 1;
      const local = siteCode === hall && kindCode !== 'camera';
      return { ipAddress: local ? nextV4() : nextV6(site), macAddress };
    },
  };
}

function hexByte(value: number): string {
  return value.toString(16).toUpperCase().padStart(2, '0');
}
