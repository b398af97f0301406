import type { WindowRef } from '#modules/registry/organisation/index.ts';

/** A window at which nobody is. */
export function toFresh(centreId: number, place: WindowRef) {
  return {
    centre_id: centreId,
    window_id: place.id,
    window_number: place.number,
    site_id: place.siteId,
    zone_id: place.zoneId,
    account_id: null,
    person_id: null,
    person_name: '',
    is_cover: false,
    pause_reason: '',
    paused_until: null,
  };
}
