CREATE TABLE organisation.office (
  centre_id integer NOT NULL,
  office_id uuid NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  duties_zh text NOT NULL,
  duties_en text NOT NULL,
  sort_order integer NOT NULL,
  closed_on date,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, office_id),
  CONSTRAINT office_code_unique UNIQUE (centre_id, code)
);

CREATE TABLE organisation.department (
  centre_id integer NOT NULL,
  department_id uuid NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  short_zh text NOT NULL,
  kind text NOT NULL,
  uscc text NOT NULL,
  phone text NOT NULL,
  sort_order integer NOT NULL,
  closed_on date,
  is_demonstration boolean NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, department_id),
  CONSTRAINT department_code_unique UNIQUE (centre_id, code)
);

CREATE TABLE organisation.zone (
  centre_id integer NOT NULL,
  zone_id uuid NOT NULL,
  site_id uuid NOT NULL,
  code text NOT NULL,
  kind text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  floor integer NOT NULL,
  x numeric(6,2) NOT NULL,
  y numeric(6,2) NOT NULL,
  width numeric(6,2) NOT NULL,
  height numeric(6,2) NOT NULL,
  sort_order integer NOT NULL,
  closed_on date,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, zone_id),
  CONSTRAINT zone_code_unique UNIQUE (centre_id, code),
  FOREIGN KEY (centre_id, site_id) REFERENCES organisation.site (centre_id, site_id)
);

-- A counter where people are served. Its state now is here; every change of state is a row of window_state.
CREATE TABLE organisation.service_window (
  centre_id integer NOT NULL,
  window_id uuid NOT NULL,
  site_id uuid NOT NULL,
  zone_id uuid NOT NULL,
  number integer NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  is_accessible boolean NOT NULL,
  x numeric(6,2) NOT NULL,
  y numeric(6,2) NOT NULL,
  valid_from date NOT NULL,
  closed_on date,
  state text NOT NULL,
  state_since timestamptz NOT NULL,
  state_reason text NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, window_id),
  CONSTRAINT window_number_unique UNIQUE (centre_id, site_id, number),
  FOREIGN KEY (centre_id, site_id) REFERENCES organisation.site (centre_id, site_id),
  FOREIGN KEY (centre_id, zone_id) REFERENCES organisation.zone (centre_id, zone_id)
);

-- The departments whose work a window takes in.
CREATE TABLE organisation.window_department (
  centre_id integer NOT NULL,
  window_id uuid NOT NULL,
  department_id uuid NOT NULL,
  PRIMARY KEY (centre_id, window_id, department_id),
  FOREIGN KEY (centre_id, window_id) REFERENCES organisation.service_window (centre_id, window_id),
  FOREIGN KEY (centre_id, department_id) REFERENCES organisation.department (centre_id, department_id)
);
CREATE INDEX window_department_by_department ON organisation.window_department (centre_id, department_id);

CREATE TABLE organisation.window_state (
  centre_id integer NOT NULL,
  change_id uuid NOT NULL,
  window_id uuid NOT NULL,
  state text NOT NULL,
  reason text NOT NULL,
  changed_by text NOT NULL,
  changed_by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, change_id),
  FOREIGN KEY (centre_id, window_id) REFERENCES organisation.service_window (centre_id, window_id)
);
CREATE INDEX window_state_by_window ON organisation.window_state (centre_id, window_id, change_id);

-- One stretch of one weekday (1 Monday to 7 Sunday), for a whole site or one of its zones.
CREATE TABLE organisation.opening_hours (
  centre_id integer NOT NULL,
  hours_id uuid NOT NULL,
  site_id uuid NOT NULL,
  zone_id uuid,
  weekday smallint NOT NULL,
  opens text NOT NULL,
  closes text NOT NULL,
  on_closed_days boolean NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, hours_id),
  FOREIGN KEY (centre_id, site_id) REFERENCES organisation.site (centre_id, site_id),
  FOREIGN KEY (centre_id, zone_id) REFERENCES organisation.zone (centre_id, zone_id)
);
CREATE UNIQUE INDEX opening_hours_unique ON organisation.opening_hours
  (centre_id, site_id, coalesce(zone_id, '00000000-0000-0000-0000-000000000000'), weekday, opens, valid_from);

-- A day on which the hall differs from its weekly hours; without a site it holds for the whole centre.
CREATE TABLE organisation.closed_day (
  centre_id integer NOT NULL,
  day_id uuid NOT NULL,
  site_id uuid,
  day date NOT NULL,
  kind text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  like_weekday smallint,
  source text NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, day_id),
  FOREIGN KEY (centre_id, site_id) REFERENCES organisation.site (centre_id, site_id)
);
CREATE UNIQUE INDEX closed_day_unique ON organisation.closed_day
  (centre_id, coalesce(site_id, '00000000-0000-0000-0000-000000000000'), day);
