import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id } from '#kernel/http/shapes.ts';
import { commonProblems } from '#kernel/problems/contract.ts';

import { OpeningDay, OpeningState } from './opening.ts';
import { BASE, Code, SiteKind } from './shapes.ts';

const Named = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() });

/** What everybody may know of a site. */
export const PublicSite = Named.extend({
  kind: SiteKind,
  /** In which it lies; of a town for the sites of towns. */
  divisionCode: z.string(),
  address: z.string(),
  phone: z.string(),
  /** Since when and why the site is no longer served. */
  closedOn: Day.nullable(),
  closedReason: z.string(),
  isDemonstration: z.boolean(),
  now: OpeningState,
  today: OpeningDay,
});
export type PublicSite = z.infer<typeof PublicSite>;

export const PublicZone = Named.extend({
  floor: z.number().int(),
  isAroundTheClock: z.boolean(),
  now: OpeningState,
  week: z.array(OpeningDay),
});
export type PublicZone = z.infer<typeof PublicZone>;

export const PublicOpening = z.object({
  site: PublicSite,
  /** Monday to Sunday of the week that today is in. */
  week: z.array(OpeningDay),
  /** Days of the next 90 that differ from their weekday. */
  exceptions: z.array(OpeningDay),
  /** Zones with hours of their own, such as a 24-hour self-service area. */
  zones: z.array(PublicZone),
});
export type PublicOpening = z.infer<typeof PublicOpening>;

const Ref = Named.extend({ id: Id });

/** Names and codes by which staff pages show and choose places and bodies; closed ones say so. */
export const DirectoryView = z.object({
  sites: z.array(Ref.extend({ kind: SiteKind, isClosed: z.boolean() })),
  zones: z.array(Ref.extend({ siteId: Id, floor: z.number().int(), isClosed: z.boolean() })),
  departments: z.array(Ref.extend({ shortZh: z.string(), isClosed: z.boolean() })),
  offices: z.array(Ref.extend({ isClosed: z.boolean() })),
});
export type DirectoryView = z.infer<typeof DirectoryView>;

export const publicRoutes = {
  listPublicSites: route({
    name: 'organisation.listPublicSites',
    method: 'GET',
    path: '/api/v1/public/sites',
    summary: 'Where people are served, and whether it is open now',
    admission: 'public',
    response: z.object({ items: z.array(PublicSite) }),
  }),
  getPublicOpening: route({
    name: 'organisation.getPublicOpening',
    method: 'GET',
    path: '/api/v1/public/opening',
    summary: 'Opening of one site: now, this week, days that differ, zones with hours of their own',
    admission: 'public',
    query: z.object({ siteCode: Code }),
    response: PublicOpening,
    problems: [commonProblems.notFound],
  }),
  getDirectory: route({
    name: 'organisation.getDirectory',
    method: 'GET',
    path: `${BASE}/directory`,
    summary: 'Names and codes of sites, zones, departments and offices, for choosing among them',
    admission: 'signed-in',
    response: DirectoryView,
  }),
} as const;
