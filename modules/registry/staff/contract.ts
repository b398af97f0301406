import { leaveRoutes } from './contract/leave.ts';
import { peopleRoutes } from './contract/people.ts';
import { rosterRoutes } from './contract/roster.ts';
import { stationingRoutes } from './contract/stationing.ts';

export { events } from './contract/events.ts';
export {
  DecidedLeave,
  Leave,
  LeaveEffects,
  LeaveInput,
  ListLeaveQuery,
  WindowGap,
} from './contract/leave.ts';
export { ContactLook, Departure, ListPeopleQuery, SavedPerson } from './contract/people.ts';
export { permissions } from './contract/permissions.ts';
export { problems } from './contract/problems.ts';
export {
  OwnShift,
  RosterCell,
  RosterConflict,
  RosterConflictKind,
  RosterDay,
  RosterEntry,
  RosterInput,
  RosterPerson,
  RosterWeek,
} from './contract/roster.ts';
export {
  Employment,
  LeaveKind,
  LeaveStatus,
  Part,
  Person,
  PersonChange,
  PersonInput,
  PersonRef,
  PersonState,
  PlaceAtWindow,
  Post,
  QuotaRule,
  Settings,
  Sex,
  Shift,
} from './contract/shapes.ts';
export {
  ListStationingQuery,
  Standing,
  Stationing,
  StationingInput,
  WindowStanding,
} from './contract/stationing.ts';

/** Every route of the staff: register, stationing, roster and leave. */
export const routes = {
  ...peopleRoutes,
  ...stationingRoutes,
  ...rosterRoutes,
  ...leaveRoutes,
} as const;
