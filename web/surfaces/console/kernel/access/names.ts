import type { ScopeLevel } from '#kernel/access/contract-actor.ts';

/** Words of the levels of a scope, of kinds of account and of the three administrators. */
export const levelWords = {
  centre: 'levelCentre',
  site: 'levelSite',
  department: 'levelDepartment',
  window: 'levelWindow',
  own: 'levelOwn',
} as const satisfies Record<ScopeLevel, string>;

export const dutyWords = {
  system: 'dutySystem',
  security: 'dutySecurity',
  audit: 'dutyAudit',
} as const;

export const impliedWords = {
  staff: 'impliedStaff',
  citizen: 'impliedCitizen',
  device: 'impliedDevice',
} as const;
