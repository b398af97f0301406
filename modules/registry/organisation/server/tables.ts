import type {
  DayKind,
  DepartmentKind,
  SiteKind,
  WindowKind,
  WindowState,
  ZoneKind,
} from '../contract.ts';

/** What every register row carries. */
type Register = { centre_id: number; version: number; updated_at: Date };
/** Since when it is no longer in use, and why. */
export type Closing = { closed_on: string | null; closed_reason: string };
type Named = {
  code: string;
  name_zh: string;
  name_en: string;
  sort_order: number;
} & Closing;

export type OfficeRow = Register &
  Named & { office_id: string; duties_zh: string; duties_en: string };

export type SiteRow = Register &
  Named & {
    site_id: string;
    kind: SiteKind;
    division_code: string;
    address: string;
    phone: string;
    is_demonstration: boolean;
  };

export type DepartmentRow = Register &
  Named & {
    department_id: string;
    short_zh: string;
    kind: DepartmentKind;
    uscc: string;
    phone: string;
    is_demonstration: boolean;
  };

export type ZoneRow = Register &
  Named & {
    zone_id: string;
    site_id: string;
    kind: ZoneKind;
    floor: number;
    /** Metres on the floor plan, as exact text. */
    x: string;
    y: string;
    width: string;
    height: string;
  };

export type WindowRow = Register &
  Closing & {
    window_id: string;
    site_id: string;
    zone_id: string;
    number: number;
    name_zh: string;
    name_en: string;
    kind: WindowKind;
    is_accessible: boolean;
    x: string;
    y: string;
    valid_from: string;
    state: WindowState;
    state_since: Date;
    state_reason: string;
  };

export type WindowDepartmentRow = { centre_id: number; window_id: string; department_id: string };

export type WindowStateRow = {
  centre_id: number;
  change_id: string;
  window_id: string;
  state: WindowState;
  reason: string;
  changed_by: string;
  changed_by_name: string;
  at: Date;
};

export type OpeningHoursRow = Register & {
  hours_id: string;
  site_id: string;
  zone_id: string | null;
  weekday: number;
  opens: string;
  closes: string;
  on_closed_days: boolean;
  valid_from: string;
  valid_to: string | null;
};

export type ClosedDayRow = Register & {
  day_id: string;
  site_id: string | null;
  day: string;
  kind: DayKind;
  name_zh: string;
  name_en: string;
  like_weekday: number | null;
  source: string;
};

/** The tables of this module, and no others. */
export type OrganisationTables = {
  'organisation.office': OfficeRow;
  'organisation.site': SiteRow;
  'organisation.department': DepartmentRow;
  'organisation.zone': ZoneRow;
  'organisation.service_window': WindowRow;
  'organisation.window_department': WindowDepartmentRow;
  'organisation.window_state': WindowStateRow;
  'organisation.opening_hours': OpeningHoursRow;
  'organisation.closed_day': ClosedDayRow;
  'organisation.directory_revision': { centre_id: number; revision: string };
};
