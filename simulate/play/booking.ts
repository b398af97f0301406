import { routes as appointments } from '#modules/hall/appointments/contract.ts';

import type { Line, Visit } from '../day/plan.ts';
import { MINUTE, type Scene } from './hall.ts';
import type { Booked } from './records.ts';
import type { Who } from './requests.ts';
import { arriveOnFoot, machineOf } from './visitor.ts';

/** Before the doors open: places are set, and those who called book theirs. */
const BOOKING_AT = 7 * 60 + 10;
const PLACES = 60;
const NOT_BOOKED = [
  'appointments/slot-full',
  'appointments/not-a-slot',
  'appointments/too-late',
  'appointments/day-limit',
  'appointments/open-limit',
  'appointments/group-closed',
];

/** Plans the telephone calls of those who book, one line after the other. */
export function expectBookings(scene: Scene, visits: readonly Visit[]): void {
  // Somebody books once a day; who is whom hangs on the plan alone.
  const people = new Map(
    visits.map((visit, place) => [visit, scene.catalogue.partyIds[place]] as const),
  );
  for (const [line, own] of Map.groupBy(visits, (visit) => visit.line))
    scene.agenda.plan(scene.midnight + BOOKING_AT * MINUTE, scene.laneOf(line), () =>
      bookAll(scene, line, own, people),
    );
}

async function bookAll(
  scene: Scene,
  line: Line,
  visits: readonly Visit[],
  people: ReadonlyMap<Visit, string | undefined>,
): Promise<void> {
  const { requests, centre } = scene;
  const manager = centre.pose('hall-manager');
  const { items } = await requests.must(appointments.listGroups, manager);
  const group = items.find(
    ({ siteId, queueCode }) => siteId === line.siteId && queueCode === line.letter,
  );
  if (group === undefined) {
    for (const visit of visits) walkIn(scene, visit);
    return;
  }
  const params = { id: group.id };
  await requests.must(appointments.setPlaces, manager, {
    params,
    body: { day: centre.day, from: null, places: PLACES, reasonZh: '演示', reasonEn: 'Shown' },
  });
  const { days } = await requests.must(appointments.listSlots, 'public', { params });
  const slots = days.find(({ day }) => day === centre.day)?.slots ?? [];
  for (const visit of visits) {
    const slot = slots.findLast(({ from }) => toMinutes(from) <= visit.arrivesAt + 10) ?? slots[0];
    const partyId = people.get(visit);
    if (slot === undefined || partyId === undefined) {
      walkIn(scene, visit);
      continue;
    }
    const booking = await requests.send(appointments.bookFor, centre.pose('window-clerk'), {
      body: { groupId: group.id, day: centre.day, from: slot.from, partyId, channel: 'phone' },
      mayFail: NOT_BOOKED,
    });
    if (!booking.ok) {
      walkIn(scene, visit);
      continue;
    }
    const booked: Booked = { bookingId: booking.body.id, visit, ticketId: undefined };
    scene.ledger.bookings.push(booked);
    const machine = machineOf(scene, visit);
    if (!visit.comes || machine === undefined) continue;
    const chance = scene.chanceOf(`booking ${visit.index}`);
    const opens = line.open.find(([, to]) => to > toMinutes(slot.from))?.[0] ?? 0;
    const at = Math.max(opens + 0.5, toMinutes(slot.from) + chance.between(-12, 14));
    scene.agenda.plan(scene.midnight + at * MINUTE, scene.laneOf(line), () =>
      checkIn(scene, booked, machine),
    );
  }
}

/** Where nothing can be booked people come as they are. */
function walkIn(scene: Scene, visit: Visit): void {
  scene.agenda.plan(scene.midnight + visit.arrivesAt * MINUTE, scene.laneOf(visit.line), () =>
    arriveOnFoot(scene, visit),
  );
}

async function checkIn(scene: Scene, booked: Booked, machine: Who): Promise<void> {
  const answer = await scene.requests.send(appointments.checkInAtMachine, machine, {
    params: { id: booked.bookingId },
  });
  if (!answer.ok) return;
  const { id, number } = answer.body.ticket;
  booked.ticketId = id;
  scene.ledger.welcome(
    booked.visit,
    { ticketId: id, number, link: '', forecastMinutes: Number.NaN },
    scene.now(),
  );
  scene.hall.ring(booked.visit.line);
}

const toMinutes = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
