import { z } from 'zod';

/** How a case came in, as `casework/cases` calls it. */
export const Channel = z.enum(['window', 'online', 'kiosk', 'mobile', 'proxy', 'virtual-window']);
export type Channel = z.infer<typeof Channel>;

/** What a site is, as `registry/organisation` calls it. */
export const SiteKind = z.enum(['district-hall', 'town', 'park', 'far-kiosk']);
export type SiteKind = z.infer<typeof SiteKind>;
