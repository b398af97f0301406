import { appointments } from '#modules/hall/appointments/server/module.ts';
import { complaints } from '#modules/hall/complaints/server/module.ts';
import { evaluation } from '#modules/hall/evaluation/server/module.ts';
import { kiosk } from '#modules/hall/kiosk/server/module.ts';
import type { FindRating } from '#modules/hall/queue/index.ts';
import { queue } from '#modules/hall/queue/server/module.ts';

import { codeReader } from '../code-reader.ts';
import { createLate } from '../late.ts';
import type { Casework } from './casework.ts';
import type { Making } from './making.ts';
import type { Registry } from './registry.ts';

export type Hall = ReturnType<typeof makeHall>;

/** The hall: places, tickets, calls and what people say of it. */
export function makeHall(
  { add, foundation, kernel }: Making,
  { organisation, staff, parties, devices }: Registry,
  { matters, cases }: Casework,
) {
  const { publicUrl } = foundation.config.http;
  const ratings = createLate<FindRating>();
  const queueApi = add(
    queue.create({
      ...foundation,
      organisation,
      staff,
      parties,
      devices,
      cases,
      notify: kernel.notify,
      findRating: ratings.ask,
    }),
  );
  add(
    appointments.create({
      ...foundation,
      publicUrl,
      organisation,
      staff,
      parties,
      matters,
      notify: kernel.notify,
      issueTicket: async (...asked) => queueApi.issueForAppointment(...asked),
    }),
  );
  const evaluationApi = add(
    evaluation.create({
      ...foundation,
      publicUrl,
      calendar: kernel.calendar,
      organisation,
      staff,
      devices,
      parties,
      cases,
      queue: queueApi,
      files: kernel.files,
      notify: kernel.notify,
    }),
  );
  add(
    complaints.create({
      ...foundation,
      calendar: kernel.calendar,
      files: kernel.files,
      organisation,
      staff,
      cases,
    }),
  );
  add(
    kiosk.create({
      ...foundation,
      access: kernel.access,
      files: kernel.files,
      cases,
      devices,
      parties,
      readCode: codeReader(foundation),
    }),
  );
  ratings.plug(async (...asked) => {
    const rating = await evaluationApi.findRatingOfVisit(...asked);
    return rating && { grade: rating.stars, at: rating.at };
  });
  return { queue: queueApi };
}
