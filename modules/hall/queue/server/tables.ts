import type {
  Difference,
  FinishKind,
  Lane,
  PriorityGroup,
  ServiceRole,
  TicketAct,
  TicketChannel,
  TicketState,
  WindowAct,
} from '../contract.ts';

export type BusinessRow = {
  centre_id: number;
  business_id: string;
  code: string;
  site_id: string;
  zone_id: string;
  name_zh: string;
  name_en: string;
  hint_zh: string;
  hint_en: string;
  letter: string;
  department_codes: string[];
  is_real_name: boolean;
  is_open: boolean;
  daily_limit: number;
  warn_people: number;
  warn_minutes: number;
  usual_minutes: number;
  sort_order: number;
  version: number;
  updated_at: Date;
};

export type WindowServiceRow = {
  centre_id: number;
  window_id: string;
  business_id: string;
  role: ServiceRole;
};

export type LineRow = {
  centre_id: number;
  business_id: string;
  day: string;
  last_serial: number;
  last_normal: number;
  last_appointment: number;
  last_priority: number;
  last_transferred: number;
  last_green: number;
};

export type TicketRow = {
  centre_id: number;
  ticket_id: string;
  day: string;
  site_id: string;
  zone_id: string;
  business_id: string;
  number: string;
  token: string;
  state: TicketState;
  lane: Lane;
  priority: PriorityGroup | null;
  channel: TicketChannel;
  line_key: number;
  issued_at: Date;
  called_at: Date | null;
  last_called_at: Date | null;
  started_at: Date | null;
  ended_at: Date | null;
  calls: number;
  requeues: number;
  window_id: string | null;
  window_number: number | null;
  person_id: string | null;
  person_name: string;
  target_window_id: string | null;
  finish_kind: FinishKind | null;
  reason: string;
  holder_key: string | null;
  holder: string;
  party_id: string | null;
  account_id: string | null;
  mobile: string;
  mobile_sealed: string | null;
  identity_sealed: string | null;
  appointment_id: string | null;
  device_id: string | null;
  forecast_minutes: number | null;
  noticed_at: Date | null;
  hold_until: Date | null;
  version: number;
};

export type TicketEventRow = {
  centre_id: number;
  ticket_id: string;
  seq: number;
  act: TicketAct;
  at: Date;
  day: string;
  site_id: string;
  business_id: string;
  number: string;
  state: TicketState;
  window_id: string | null;
  window_number: number | null;
  person_id: string | null;
  person_name: string;
  by_kind: string;
  by_id: string;
  finish_kind: FinishKind | null;
  reason: string;
};

/** Between people and the window: who is signed in, whether it is paused. */
export type WindowWork = 'offline' | 'open' | 'paused' | 'closed';

export type WindowStateRow = {
  centre_id: number;
  window_id: string;
  window_number: number;
  site_id: string;
  zone_id: string;
  state: WindowWork;
  account_id: string | null;
  person_id: string | null;
  person_name: string;
  is_cover: boolean;
  since: Date;
  pause_reason: string;
  paused_until: Date | null;
};

/** 兼岗: the post of one window, served from another. */
export type WindowPostRow = {
  centre_id: number;
  post_window_id: string;
  /** Where whoever serves it sits. */
  window_id: string;
  since: Date;
};

export type WindowEventRow = {
  centre_id: number;
  event_id: string;
  window_id: string;
  window_number: number;
  site_id: string;
  zone_id: string;
  day: string;
  act: WindowAct;
  at: Date;
  person_id: string | null;
  person_name: string;
  is_cover: boolean;
  reason: string;
};

export type VisitCaseRow = {
  centre_id: number;
  ticket_id: string;
  case_id: string;
  matter_id: string;
  matter_zh: string;
  matter_en: string;
  at: Date;
};

export type VisitMeasureRow = {
  centre_id: number;
  day: string;
  ticket_id: string;
  site_id: string;
  business_id: string;
  window_id: string | null;
  window_number: number | null;
  person_id: string | null;
  person_name: string;
  hour: number;
  outcome: 'served' | 'abandoned' | 'open';
  waited_seconds: number | null;
  served_seconds: number | null;
  forecast_minutes: number | null;
};

export type WindowMeasureRow = {
  centre_id: number;
  day: string;
  window_id: string;
  person_key: string;
  site_id: string;
  window_number: number;
  person_id: string | null;
  person_name: string;
  open_seconds: number;
  paused_seconds: number;
};

export type DayCheckRow = {
  centre_id: number;
  day: string;
  checked_at: Date;
  visits: number;
  /** Written as JSON text; the driver gives it back parsed. */
  differing: string | Difference[];
};

export type NoticeRow = {
  centre_id: number;
  notice_id: string;
  site_id: string;
  zone_id: string | null;
  text_zh: string;
  text_en: string;
  is_urgent: boolean;
  shown_from: Date;
  shown_until: Date;
  daily_from: string | null;
  daily_until: string | null;
  by_name: string;
  version: number;
};

/** The tables of this module, and no others. */
export type QueueTables = {
  'queue.business': BusinessRow;
  'queue.window_service': WindowServiceRow;
  'queue.line': LineRow;
  'queue.ticket': TicketRow;
  'queue.ticket_event': TicketEventRow;
  'queue.window_state': WindowStateRow;
  'queue.window_event': WindowEventRow;
  'queue.window_post': WindowPostRow;
  'queue.visit_case': VisitCaseRow;
  'queue.visit_measure': VisitMeasureRow;
  'queue.window_measure': WindowMeasureRow;
  'queue.day_check': DayCheckRow;
  'queue.notice': NoticeRow;
};
