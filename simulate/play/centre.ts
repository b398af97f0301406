import { routes as access } from '#kernel/access/contract.ts';
import { newId } from '#kernel/ids/id.ts';
import { randomToken } from '#kernel/ids/token.ts';
import { routes as queue } from '#modules/hall/queue/contract.ts';
import { routes as devices } from '#modules/registry/devices/contract.ts';
import { routes as places } from '#modules/registry/organisation/contract.ts';

import type { Line, Stretch } from '../day/plan.ts';
import type { Posing } from '../posing.ts';
import type { Requests, Who } from './requests.ts';

/** The centre as whoever works there knows it in the morning. */
export interface Centre {
  readonly centreId: number;
  readonly day: string;
  readonly lines: readonly Line[];
  /** Numbers of the windows, by their id; with the site they name a window to people. */
  readonly windowNumbers: ReadonlyMap<string, number>;
  /** Ticket machines by site. */
  readonly machines: ReadonlyMap<string, ReadonlyArray<{ readonly deviceKey: string }>>;
  /** Staff by role; a clerk by their window. */
  readonly poseAsCitizen: (partyId: string) => Posing;
  readonly pose: (role: string, scope?: Posing['scope'], name?: string) => Posing;
}

/** Whoever poses keeps their account through the day. */
export function createPosers(centreId: number): Centre['pose'] {
  const known = new Map<string, Posing>();
  return (role, scope = { level: 'centre' }, name = role) => {
    const key = `${role}/${JSON.stringify(scope)}/${name}`;
    const posing = known.get(key) ?? { role, accountId: newId(), name, scope, centreId };
    known.set(key, posing);
    return posing;
  };
}

/** People at home, signed in for themselves. */
function createCitizens(centreId: number): Centre['poseAsCitizen'] {
  const known = new Map<string, Posing>();
  return (partyId) => {
    const posing = known.get(partyId) ?? {
      role: 'citizen',
      accountId: newId(),
      name: '办事人',
      scope: { level: 'own' as const },
      centreId,
      subject: partyId,
    };
    known.set(partyId, posing);
    return posing;
  };
}

/** Reads lines, windows and hours, and switches the ticket machines on. */
export async function openCentre(
  requests: Requests,
  { centreId, day }: { readonly centreId: number; readonly day: string },
): Promise<Centre> {
  const pose = createPosers(centreId);
  const manager = pose('organisation-manager');
  const { items: sites } = await requests.must(places.listSites, manager, {
    query: { limit: 500 },
  });
  const hours = new Map<string, readonly Stretch[]>();
  for (const { id } of sites) {
    const { days } = await requests.must(places.previewOpening, manager, {
      params: { id },
      body: { from: day, days: 1 },
    });
    const intervals = days[0]?.intervals ?? [];
    hours.set(
      id,
      intervals.map(({ from, to }) => [toMinutes(from), toMinutes(to)]),
    );
  }
  const { items } = await requests.must(queue.listBusinesses, pose('hall-manager'));
  const siteOf = new Map(sites.map((site) => [site.id, site]));
  const lines = items
    .filter(({ isOpen }) => isOpen)
    .map((one): Line => {
      const main = one.windows.filter(({ role }) => role === 'main');
      const helpers = one.windows.filter(({ role }) => role !== 'main');
      return {
        siteId: one.siteId,
        siteCode: siteOf.get(one.siteId)?.code ?? '',
        isDistrict: siteOf.get(one.siteId)?.kind === 'district-hall',
        businessId: one.id,
        code: one.code,
        letter: one.letter,
        isRealName: one.isRealName,
        departmentCodes: one.departmentCodes,
        usualMinutes: one.usualMinutes,
        windowIds: main.toSorted((a, b) => a.number - b.number).map(({ id }) => id),
        helperIds: helpers.map(({ id }) => id),
        open: hours.get(one.siteId) ?? [],
      };
    })
    .toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  const machines = await enrolDevices(requests, pose('device-manager'), 'ticket-machine');
  return {
    centreId,
    day,
    lines,
    windowNumbers: new Map(
      items.flatMap(({ windows }) => windows.map(({ id, number }) => [id, number] as const)),
    ),
    machines: Map.groupBy(machines, ({ siteId }) => siteId),
    pose,
    poseAsCitizen: createCitizens(centreId),
  };
}

export interface Enrolled {
  readonly siteId: string;
  readonly windowNumber: number | null;
  readonly deviceKey: string;
}

/** Gives the devices of a kind that are in service their keys, as whoever sets them up does. */
export async function enrolDevices(
  requests: Requests,
  manager: Who,
  kindCode: string,
  wanted: (device: { siteId: string; windowNumber: number | null }) => boolean = () => true,
): Promise<Enrolled[]> {
  const { items } = await requests.must(devices.listDevices, manager, {
    query: { kindCode, limit: 500 },
  });
  const enrolled: Enrolled[] = [];
  for (const device of items) {
    const { id, siteId, windowNumber, status } = device;
    if (status !== 'in-service' || !wanted({ siteId, windowNumber })) continue;
    const { code } = await requests.must(devices.openEnrolment, manager, { params: { id } });
    const { deviceKey } = await requests.must(access.enrolDevice, 'public', {
      body: { code, nonce: randomToken(24) },
    });
    enrolled.push({ siteId, windowNumber, deviceKey });
  }
  return enrolled;
}

/** Known before the centre was loaded, unlike ids. */
const keyOf = ({ siteCode, code }: Line): string => `${siteCode}/${code}`;

const toMinutes = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
