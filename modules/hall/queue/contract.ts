import { postRoutes } from './contract/posts.ts';
import { deskRoutes } from './contract/routes-desk.ts';
import { lookRoutes } from './contract/routes-look.ts';
import { setUpRoutes } from './contract/routes-set-up.ts';
import { deviceRoutes, phoneRoutes } from './contract/routes-visitor.ts';
import { screenRoutes } from './contract/screens.ts';

export { events, LIVE, TicketPayload } from './contract/events.ts';
export { permissions } from './contract/permissions.ts';
export { Post, PostOf } from './contract/posts.ts';
export { problems } from './contract/problems.ts';
export {
  CallByNumber,
  Called,
  Desk,
  Finish,
  OwnWindow,
  Pause,
  ServiceNow,
  Session,
  Transfer,
} from './contract/routes-desk.ts';
export {
  AgainstUsual,
  DayCheck,
  Difference,
  DifferenceIn,
  Hall,
  HallWindow,
  ListTicketsQuery,
  ReplayStep,
  ReportBy,
  ReportLine,
  ReportQuery,
  Suggestion,
  TicketFilter,
} from './contract/routes-look.ts';
export { ServicesInput } from './contract/routes-set-up.ts';
export { DeviceHall, DeviceTake, PhoneTicket, QueueSite } from './contract/routes-visitor.ts';
export {
  isShownAt,
  Notice,
  NoticeChange,
  NoticeInput,
  ShownNotice,
  USUAL_VOLUME,
  VolumeStep,
} from './contract/screens.ts';
export { DEFAULT_SETTINGS, QueueSettings } from './contract/settings.ts';
export {
  Business,
  BusinessInput,
  BusinessNow,
  Call,
  Forecast,
  HolderInput,
  IssueTicket,
  Light,
  NotTaking,
  Ticket,
  TicketEntry,
  TicketSlip,
  Visit,
  VisitCase,
  VisitPaper,
  VisitRating,
  WindowNow,
  ZoneBoard,
  ZoneNow,
} from './contract/shapes.ts';
export { announce, type Announcement, sayNumber } from './contract/speech.ts';
export {
  channelWords,
  FinishKind,
  finishWords,
  Lane,
  laneWords,
  OPEN_STATES,
  PriorityGroup,
  priorityWords,
  ServiceRole,
  TicketAct,
  ticketActWords,
  TicketChannel,
  TicketState,
  ticketStateWords,
  WindowAct,
  WindowState,
  windowStateMarks,
  windowStateWords,
} from './contract/states.ts';

/** Every route of the queue: at the desk, over the hall, on the phone and from devices. */
export const routes = {
  ...setUpRoutes,
  ...deskRoutes,
  ...lookRoutes,
  ...phoneRoutes,
  ...deviceRoutes,
  ...screenRoutes,
  ...postRoutes,
} as const;
