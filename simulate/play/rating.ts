import { setTimeout as pause } from 'node:timers/promises';

import { routes as evaluation, toStars, type Grade } from '#modules/hall/evaluation/contract.ts';

import { type Scene, SECOND } from './hall.ts';
import type { Guest } from './records.ts';
import type { Who } from './requests.ts';

/** Looks at the pad before it counts as silent, and real time between two looks: the invitation comes by a listener. */
const LOOKS = 80;
const LOOK_MS = 25;

const BAD_COMMENTS = ['等候时间太长', '材料要求说得不清楚', '来了两次才办成'];

/** Those who say how it was do so at once on the pad, or later on the phone. */
export function askForRating(scene: Scene, guest: Guest, windowId: string): void {
  const { rating, index } = guest.visit;
  if (rating === undefined) return;
  const pad = scene.pads.get(windowId);
  const chance = scene.chanceOf(`rating ${index}`);
  if (rating.way === 'pad' && pad !== undefined) {
    const wait = chance.between(6, 18) * SECOND;
    scene.agenda.plan(scene.now() + wait, `pad ${windowId}`, () =>
      rateOnPad(scene, guest, pad, rating.grade),
    );
    return;
  }
  scene.agenda.plan(scene.now() + chance.between(60, 1_800) * SECOND, `phone ${index}`, () =>
    rateByPhone(scene, guest, windowId, rating.grade),
  );
}

async function rateOnPad(scene: Scene, guest: Guest, pad: Who, grade: Grade): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const view = await scene.requests.must(evaluation.getPadView, pad);
    if (view.invitation?.ticketNo === guest.number) {
      const { serviceId } = view.invitation;
      const answer = await scene.requests.send(evaluation.submitPadRating, pad, {
        body: {
          ...toRating(grade, view.optionSet.options, guest.visit.index),
          serviceId,
          optionSetVersion: view.optionSet.version,
          ratedAt: view.serverTime,
          shownForSeconds: 9,
        },
      });
      if (answer.ok) scene.ledger.ratings.push({ ticketId: guest.ticketId, grade, way: 'pad' });
      return;
    }
    await pause(LOOK_MS);
  }
  scene.ledger.unasked += 1;
}

async function rateByPhone(
  scene: Scene,
  guest: Guest,
  windowId: string,
  grade: Grade,
): Promise<void> {
  const { items } = await scene.requests.must(evaluation.findRateable, 'public', {
    body: { windowId, text: guest.number },
  });
  const service = items.find(({ may, ticketNo }) => may === 'rate' && ticketNo === guest.number);
  if (service === undefined) {
    scene.ledger.unasked += 1;
    return;
  }
  const params = { token: service.token };
  const { optionSet } = await scene.requests.must(evaluation.getRateable, 'public', { params });
  const answer = await scene.requests.send(evaluation.rate, 'public', {
    params,
    body: {
      ...toRating(grade, optionSet.options, guest.visit.index),
      channel: 'window-qr',
    },
  });
  if (answer.ok) scene.ledger.ratings.push({ ticketId: guest.ticketId, grade, way: 'phone' });
}

function toRating(grade: Grade, options: ReadonlyArray<{ readonly code: string }>, index: number) {
  const own = options.filter(({ code }) => code.startsWith(String(toStars(grade))));
  const option = own[index % Math.max(1, own.length)];
  const isBad = toStars(grade) < 3;
  return {
    grade,
    options: option === undefined ? [] : [option.code],
    comment: isBad ? (BAD_COMMENTS[index % BAD_COMMENTS.length] ?? '') : '',
  };
}
