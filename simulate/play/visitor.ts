import { addDays } from '#kernel/clock/day.ts';
import { composeCitizenId } from '#kernel/ids/citizen-id.ts';
import { routes as queue } from '#modules/hall/queue/contract.ts';

import type { Visit } from '../day/plan.ts';
import { MINUTE, type Scene } from './hall.ts';
import type { Guest } from './records.ts';
import type { Who } from './requests.ts';

/** Plans that somebody comes at the minute that their day says. */
export function expectVisitor(scene: Scene, visit: Visit, midnight: number): void {
  const at = midnight + visit.arrivesAt * MINUTE;
  scene.agenda.plan(at, scene.laneOf(visit.line), () => arriveOnFoot(scene, visit));
}

const TURNED_AWAY = ['queue/not-taking', 'queue/day-full'];

/** Draws a ticket at the machine, or lets the guide do it. */
export async function arriveOnFoot(scene: Scene, visit: Visit): Promise<void> {
  const { requests, ledger } = scene;
  const { line } = visit;
  const body = {
    businessId: line.businessId,
    ...(visit.priority === undefined ? {} : { priority: visit.priority }),
    ...(line.isRealName ? { holder: { identityNo: identityOf(visit.index) } } : {}),
  };
  const machine = machineOf(scene, visit);
  const answer =
    visit.channel === 'desk' || machine === undefined
      ? await requests.send(queue.issueTicket, guideOf(scene, line.siteId), {
          body,
          mayFail: TURNED_AWAY,
        })
      : await requests.send(queue.takeTicketAtDevice, machine, { body, mayFail: TURNED_AWAY });
  if (!answer.ok) {
    ledger.turnAway(answer.code);
    return;
  }
  const guest = ledger.welcome(visit, answer.body, scene.now());
  scene.hall.ring(line);
  if (visit.impatience !== 'stays')
    // Transferred meanwhile, they may stand in any line.
    scene.agenda.planAlone(
      scene.now() + visit.patienceMinutes * MINUTE,
      `visit ${visit.index}`,
      () => loseHeart(scene, guest),
    );
}

/** The wait was too long: some give the ticket back on their phone, some just go. */
async function loseHeart(scene: Scene, guest: Guest): Promise<void> {
  if (guest.calledAt !== undefined) return;
  if (guest.visit.impatience === 'leaves') {
    guest.isGone = true;
    return;
  }
  const answer = await scene.requests.send(queue.leaveByToken, 'public', {
    params: { token: guest.token },
    mayFail: ['queue/refused-state'],
  });
  if (answer.ok) guest.endedAt = scene.now();
}

/** The machine before which they stand; small places have one, some have none. */
export function machineOf({ centre }: Scene, { line, index }: Visit): Who | undefined {
  const machines = centre.machines.get(line.siteId) ?? [];
  return machines[index % Math.max(1, machines.length)];
}

export const guideOf = ({ centre }: Scene, siteId: string): Who =>
  centre.pose('hall-manager', { level: 'site', id: siteId }, '引导员');

/** A number that nobody has: the district of this name was dissolved long ago. */
export function identityOf(index: number): string {
  const number = composeCitizenId('310199', addDays('1951-01-01', index % 17_000), index % 997);
  if (number === undefined) throw new RangeError(`There is no identity for visitor ${index}`);
  return number;
}
