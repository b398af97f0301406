CREATE SCHEMA queue;

-- What a ticket is drawn for.
CREATE TABLE queue.business (
  centre_id integer NOT NULL,
  business_id uuid NOT NULL,
  code text NOT NULL,
  site_id uuid NOT NULL,
  zone_id uuid NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  hint_zh text NOT NULL,
  hint_en text NOT NULL,
  letter text NOT NULL,
  department_codes text[] NOT NULL,
  is_real_name boolean NOT NULL,
  is_open boolean NOT NULL,
  daily_limit integer NOT NULL,
  warn_people integer NOT NULL,
  warn_minutes integer NOT NULL,
  usual_minutes double precision NOT NULL,
  sort_order integer NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, business_id),
  CONSTRAINT business_code_unique UNIQUE (centre_id, site_id, code),
  CONSTRAINT business_letter_unique UNIQUE (centre_id, site_id, letter)
);

CREATE TABLE queue.window_service (
  centre_id integer NOT NULL,
  window_id uuid NOT NULL,
  business_id uuid NOT NULL,
  role text NOT NULL,
  PRIMARY KEY (centre_id, window_id, business_id),
  FOREIGN KEY (centre_id, business_id) REFERENCES queue.business (centre_id, business_id)
);
CREATE INDEX window_service_business ON queue.window_service (centre_id, business_id, window_id);

-- The line of a business on a day: its last serial, and the last place given in each lane.
CREATE TABLE queue.line (
  centre_id integer NOT NULL,
  business_id uuid NOT NULL,
  day date NOT NULL,
  last_serial integer NOT NULL,
  last_normal integer NOT NULL,
  last_appointment integer NOT NULL,
  last_priority integer NOT NULL,
  last_transferred integer NOT NULL,
  last_green integer NOT NULL,
  PRIMARY KEY (centre_id, business_id, day)
);

CREATE TABLE queue.ticket (
  centre_id integer NOT NULL,
  ticket_id uuid NOT NULL,
  day date NOT NULL,
  site_id uuid NOT NULL,
  zone_id uuid NOT NULL,
  business_id uuid NOT NULL,
  number text NOT NULL,
  token text NOT NULL,
  state text NOT NULL,
  lane text NOT NULL,
  priority text,
  channel text NOT NULL,
  -- The place in line. It is given once for each line and never changed by an edit.
  line_key integer NOT NULL,
  issued_at timestamptz NOT NULL,
  called_at timestamptz,
  last_called_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  calls integer NOT NULL,
  requeues integer NOT NULL,
  window_id uuid,
  window_number integer,
  person_id uuid,
  person_name text NOT NULL,
  target_window_id uuid,
  finish_kind text,
  reason text NOT NULL,
  -- Equal for one person, so that one person is never called by two windows.
  holder_key text,
  holder text NOT NULL,
  party_id uuid,
  account_id text,
  mobile text NOT NULL,
  mobile_sealed text,
  identity_sealed text,
  appointment_id text,
  device_id uuid,
  forecast_minutes double precision,
  noticed_at timestamptz,
  hold_until timestamptz,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, ticket_id),
  CONSTRAINT ticket_number_unique UNIQUE (centre_id, site_id, day, number),
  CONSTRAINT ticket_token_unique UNIQUE (centre_id, token)
);
CREATE UNIQUE INDEX ticket_appointment_unique ON queue.ticket (centre_id, appointment_id)
  WHERE appointment_id IS NOT NULL;
CREATE UNIQUE INDEX ticket_one_open ON queue.ticket (centre_id, day, business_id, holder_key)
  WHERE holder_key IS NOT NULL AND state IN ('waiting', 'called', 'serving', 'held');
CREATE UNIQUE INDEX ticket_one_caller ON queue.ticket (centre_id, day, holder_key)
  WHERE holder_key IS NOT NULL AND state IN ('called', 'serving');
CREATE UNIQUE INDEX ticket_one_at_window ON queue.ticket (centre_id, window_id)
  WHERE state IN ('called', 'serving');
CREATE INDEX ticket_line ON queue.ticket (centre_id, business_id, day, line_key, ticket_id)
  WHERE state = 'waiting';
CREATE INDEX ticket_longest ON queue.ticket (centre_id, business_id, day, issued_at)
  WHERE state = 'waiting';
CREATE INDEX ticket_finished ON queue.ticket (centre_id, business_id, day, ended_at DESC)
  WHERE state = 'done';
CREATE INDEX ticket_list ON queue.ticket (centre_id, day, ticket_id);
CREATE INDEX ticket_at_window ON queue.ticket (centre_id, window_id, day, last_called_at DESC);
CREATE INDEX ticket_holder ON queue.ticket (centre_id, holder_key, ticket_id)
  WHERE holder_key IS NOT NULL;

-- What happened to a ticket, once for ever.
CREATE TABLE queue.ticket_event (
  centre_id integer NOT NULL,
  ticket_id uuid NOT NULL,
  seq integer NOT NULL,
  act text NOT NULL,
  at timestamptz NOT NULL,
  day date NOT NULL,
  site_id uuid NOT NULL,
  business_id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  window_id uuid,
  window_number integer,
  person_id uuid,
  person_name text NOT NULL,
  by_kind text NOT NULL,
  by_id text NOT NULL,
  finish_kind text,
  reason text NOT NULL,
  PRIMARY KEY (centre_id, ticket_id, seq)
);
CREATE INDEX ticket_event_day ON queue.ticket_event (centre_id, site_id, day, at);

-- A window at work: who is signed in and whether it is paused.
CREATE TABLE queue.window_state (
  centre_id integer NOT NULL,
  window_id uuid NOT NULL,
  window_number integer NOT NULL,
  site_id uuid NOT NULL,
  zone_id uuid NOT NULL,
  state text NOT NULL,
  account_id text,
  person_id uuid,
  person_name text NOT NULL,
  is_cover boolean NOT NULL,
  since timestamptz NOT NULL,
  pause_reason text NOT NULL,
  paused_until timestamptz,
  PRIMARY KEY (centre_id, window_id)
);
CREATE UNIQUE INDEX window_state_one_account ON queue.window_state (centre_id, account_id)
  WHERE account_id IS NOT NULL;

CREATE TABLE queue.window_event (
  centre_id integer NOT NULL,
  event_id uuid NOT NULL,
  window_id uuid NOT NULL,
  window_number integer NOT NULL,
  site_id uuid NOT NULL,
  zone_id uuid NOT NULL,
  day date NOT NULL,
  act text NOT NULL,
  at timestamptz NOT NULL,
  person_id uuid,
  person_name text NOT NULL,
  is_cover boolean NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (centre_id, event_id)
);
CREATE INDEX window_event_day ON queue.window_event (centre_id, site_id, day, at);

-- Cases that were opened or handed over during a visit.
CREATE TABLE queue.visit_case (
  centre_id integer NOT NULL,
  ticket_id uuid NOT NULL,
  case_id uuid NOT NULL,
  matter_id uuid NOT NULL,
  matter_zh text NOT NULL,
  matter_en text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, ticket_id, case_id)
);

-- What a day adds up to, made from the events each night.
CREATE TABLE queue.visit_measure (
  centre_id integer NOT NULL,
  day date NOT NULL,
  ticket_id uuid NOT NULL,
  site_id uuid NOT NULL,
  business_id uuid NOT NULL,
  window_id uuid,
  window_number integer,
  person_id uuid,
  person_name text NOT NULL,
  hour integer NOT NULL,
  outcome text NOT NULL,
  waited_seconds integer,
  served_seconds integer,
  forecast_minutes double precision,
  PRIMARY KEY (centre_id, day, ticket_id)
);

CREATE TABLE queue.window_measure (
  centre_id integer NOT NULL,
  day date NOT NULL,
  window_id uuid NOT NULL,
  person_key text NOT NULL,
  site_id uuid NOT NULL,
  window_number integer NOT NULL,
  person_id uuid,
  person_name text NOT NULL,
  open_seconds integer NOT NULL,
  paused_seconds integer NOT NULL,
  PRIMARY KEY (centre_id, day, window_id, person_key)
);

CREATE TABLE queue.setting (
  centre_id integer NOT NULL,
  body jsonb NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id)
);
