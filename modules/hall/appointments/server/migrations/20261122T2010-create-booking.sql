CREATE SCHEMA appointments;

CREATE TABLE appointments.setting (
  centre_id integer NOT NULL PRIMARY KEY,
  body jsonb NOT NULL,
  version integer NOT NULL
);

-- What can be booked at one place, and its rule of places (预约业务).
CREATE TABLE appointments.booking_group (
  centre_id integer NOT NULL,
  group_id uuid NOT NULL,
  site_id uuid NOT NULL,
  zone_id uuid,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  hint_zh text NOT NULL,
  hint_en text NOT NULL,
  queue_code text NOT NULL,
  matter_ids jsonb NOT NULL,
  department_ids jsonb NOT NULL,
  slot_minutes integer NOT NULL CHECK (slot_minutes BETWEEN 5 AND 240),
  capacity_by text NOT NULL CHECK (capacity_by IN ('fixed', 'windows')),
  places integer NOT NULL CHECK (places BETWEEN 0 AND 500),
  window_ids jsonb NOT NULL,
  walk_in_percent integer NOT NULL CHECK (walk_in_percent BETWEEN 0 AND 90),
  is_open boolean NOT NULL,
  closed_reason_zh text NOT NULL,
  closed_reason_en text NOT NULL,
  sort_order integer NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, group_id)
);

-- Another number of places than the rule gives; minute -1 means every slot of the day.
CREATE TABLE appointments.override (
  centre_id integer NOT NULL,
  group_id uuid NOT NULL,
  day date NOT NULL,
  from_minute integer NOT NULL CHECK (from_minute BETWEEN -1 AND 1439),
  places integer NOT NULL CHECK (places BETWEEN 0 AND 500),
  reason_zh text NOT NULL,
  reason_en text NOT NULL,
  PRIMARY KEY (centre_id, group_id, day, from_minute),
  FOREIGN KEY (centre_id, group_id) REFERENCES appointments.booking_group (centre_id, group_id)
);

-- One row a person who books; held while they book, so that limits by person hold under concurrent requests.
CREATE TABLE appointments.holder (
  centre_id integer NOT NULL,
  person_id uuid NOT NULL,
  booked integer NOT NULL,
  PRIMARY KEY (centre_id, person_id)
);

-- One row a slot that somebody asked for; held while a place of it is given.
CREATE TABLE appointments.slot (
  centre_id integer NOT NULL,
  group_id uuid NOT NULL,
  day date NOT NULL,
  from_minute integer NOT NULL,
  asked integer NOT NULL,
  PRIMARY KEY (centre_id, group_id, day, from_minute)
);

-- An appointment (预约). It sits on a numbered place of its slot: two can never share one, whoever asks at once.
CREATE TABLE appointments.booking (
  centre_id integer NOT NULL,
  booking_id uuid NOT NULL,
  code text NOT NULL,
  token text NOT NULL,
  group_id uuid NOT NULL,
  site_id uuid NOT NULL,
  day date NOT NULL,
  from_minute integer NOT NULL,
  to_minute integer NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  place integer NOT NULL CHECK (place >= 1),
  -- How many the slot had when it was booked.
  places integer NOT NULL,
  party_id uuid NOT NULL,
  person_id uuid NOT NULL,
  account_id text,
  -- Masked; the register of parties holds the name.
  holder_shown text NOT NULL,
  mobile_sealed text,
  mobile_index text,
  matter_id uuid,
  matter_zh text NOT NULL,
  matter_en text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('online', 'desk', 'phone')),
  state text NOT NULL CHECK (state IN ('booked', 'arrived', 'missed', 'cancelled')),
  reason text NOT NULL,
  is_excused boolean NOT NULL,
  ticket_id uuid,
  ticket_no text,
  moves integer NOT NULL,
  booked_at timestamptz NOT NULL,
  arrived_at timestamptz,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, booking_id),
  CONSTRAINT booking_code_unique UNIQUE (centre_id, code),
  CONSTRAINT booking_token_unique UNIQUE (centre_id, token),
  CONSTRAINT booking_place_within CHECK (place <= places),
  FOREIGN KEY (centre_id, group_id) REFERENCES appointments.booking_group (centre_id, group_id)
);
CREATE UNIQUE INDEX booking_place ON appointments.booking (centre_id, group_id, day, from_minute, place)
  WHERE state <> 'cancelled';
CREATE INDEX booking_order ON appointments.booking (centre_id, starts_at, booking_id);
CREATE INDEX booking_site ON appointments.booking (centre_id, site_id, day);
CREATE INDEX booking_party ON appointments.booking (centre_id, party_id, day);
CREATE INDEX booking_person ON appointments.booking (centre_id, person_id, day);
CREATE INDEX booking_mobile ON appointments.booking (centre_id, mobile_index, day);
CREATE INDEX booking_waiting ON appointments.booking (centre_id, starts_at) WHERE state = 'booked';
CREATE INDEX booking_missed ON appointments.booking (centre_id, day) WHERE state = 'missed' AND NOT is_excused;

CREATE TABLE appointments.reminder (
  centre_id integer NOT NULL,
  booking_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  hours integer NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, booking_id, starts_at, hours)
);
