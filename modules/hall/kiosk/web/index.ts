import { definePages } from '#web/kit/pages.ts';

/** A kiosk has no page for the staff: it is a device, kept in their register. */
export const pages = definePages([]);
