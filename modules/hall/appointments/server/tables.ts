import type { ColumnType } from 'kysely';

import type { BookingState, CapacityBy, Channel } from '../contract.ts';

/** Written as JSON text, read as what it says. */
type Json<T> = ColumnType<T, string, string>;

type GroupColumns = {
  centre_id: number;
  group_id: string;
  site_id: string;
  zone_id: string | null;
  name_zh: string;
  name_en: string;
  hint_zh: string;
  hint_en: string;
  queue_code: string;
  slot_minutes: number;
  capacity_by: CapacityBy;
  places: number;
  walk_in_percent: number;
  is_open: boolean;
  closed_reason_zh: string;
  closed_reason_en: string;
  sort_order: number;
  version: number;
  updated_at: Date;
};

type Lists = 'matter_ids' | 'department_ids' | 'window_ids';
export type GroupRow = GroupColumns & Record<Lists, readonly string[]>;

export type OverrideRow = {
  centre_id: number;
  group_id: string;
  day: string;
  /** Minutes from midnight; -1 for every slot of the day. */
  from_minute: number;
  places: number;
  reason_zh: string;
  reason_en: string;
};

export type BookingRow = {
  centre_id: number;
  booking_id: string;
  code: string;
  token: string;
  group_id: string;
  site_id: string;
  day: string;
  from_minute: number;
  to_minute: number;
  starts_at: Date;
  ends_at: Date;
  place: number;
  places: number;
  party_id: string;
  person_id: string;
  account_id: string | null;
  holder_shown: string;
  mobile_sealed: string | null;
  mobile_index: string | null;
  matter_id: string | null;
  matter_zh: string;
  matter_en: string;
  channel: Channel;
  state: BookingState;
  reason: string;
  is_excused: boolean;
  ticket_id: string | null;
  ticket_no: string | null;
  moves: number;
  booked_at: Date;
  arrived_at: Date | null;
  version: number;
  updated_at: Date;
};

export type ReminderRow = {
  centre_id: number;
  booking_id: string;
  starts_at: Date;
  hours: number;
  at: Date;
};

/** The tables of this module, and no others. */
export type AppointmentsTables = {
  'appointments.booking_group': GroupColumns & Record<Lists, Json<readonly string[]>>;
  'appointments.override': OverrideRow;
  'appointments.holder': { centre_id: number; person_id: string; booked: number };
  'appointments.slot': {
    centre_id: number;
    group_id: string;
    day: string;
    from_minute: number;
    asked: number;
  };
  'appointments.booking': BookingRow;
  'appointments.reminder': ReminderRow;
};
