import type { Db } from '#kernel/db/types.ts';

import * as repository from './repository.ts';

/** How other modules name a booking. */
export interface BookingRef {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What other modules may ask. */
export interface AppointmentsApi {
  findBooking(db: Db, centreId: number, id: string): Promise<BookingRef | undefined>;
}

export const appointmentsApi: AppointmentsApi = {
  async findBooking(db, centreId, id) {
    const row = await repository.findBooking(db, centreId, id);
    return row && { id, code: row.code, nameZh: row.name_zh, nameEn: row.name_en };
  },
};
