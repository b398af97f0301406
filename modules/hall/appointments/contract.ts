import { holderRoutes, machineRoutes, ownRoutes, staffRoutes } from './contract/bookings.ts';
import { groupRoutes } from './contract/groups.ts';

export {
  BookForInput,
  BookingFilter,
  BookInput,
  CheckedIn,
  Figure,
  LookUp,
  MissedPerson,
  MoveInput,
} from './contract/bookings.ts';
export { events, LIVE } from './contract/events.ts';
export {
  CapacityBy,
  DayCancellation,
  Group,
  GroupInput,
  OverrideInput,
  PlannedDay,
  PlannedSlot,
  PublicGroup,
} from './contract/groups.ts';
export { permissions } from './contract/permissions.ts';
export type { IssueTicket, TicketOrder } from './contract/port.ts';
export { problems } from './contract/problems.ts';
export { DEFAULT_SETTINGS, Settings, SettingsBody } from './contract/settings.ts';
export {
  Ban,
  Booking,
  BookingState,
  Channel,
  CheckInLine,
  OwnBooking,
  Slot,
  SlotDay,
  SlotRef,
  SlotState,
  Words,
} from './contract/shapes.ts';

export const routes = {
  ...groupRoutes,
  ...ownRoutes,
  ...holderRoutes,
  ...staffRoutes,
  ...machineRoutes,
} as const;
