CREATE SCHEMA premises;

CREATE TABLE premises.setting (
  centre_id integer NOT NULL PRIMARY KEY,
  body jsonb NOT NULL,
  version integer NOT NULL
);

-- What a firm runs and rents out (载体).
CREATE TABLE premises.carrier (
  centre_id integer NOT NULL,
  carrier_id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  town text NOT NULL,
  phone text NOT NULL,
  operator_id uuid NOT NULL,
  operator_name text NOT NULL,
  operator_code text NOT NULL,
  is_demonstration boolean NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, carrier_id),
  CONSTRAINT carrier_name_unique UNIQUE (centre_id, operator_id, name)
);

-- One building that is filed (备案): what holds now, and what is being worked on.
CREATE TABLE premises.filing (
  centre_id integer NOT NULL,
  filing_id uuid NOT NULL,
  carrier_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('new', 'change', 'renewal')),
  standing text NOT NULL CHECK (standing IN ('none', 'filed', 'suspended', 'revoked', 'expired')),
  stage text NOT NULL CHECK (stage IN ('none', 'draft', 'submitted', 'town-check', 'regulator-check', 'returned')),
  number text NOT NULL,
  filed_version integer NOT NULL,
  building_name text NOT NULL,
  address text NOT NULL,
  town text NOT NULL,
  draft jsonb,
  points jsonb NOT NULL,
  returns jsonb NOT NULL,
  town_checked_by text NOT NULL,
  standing_ground text,
  standing_reason text NOT NULL,
  valid_until date,
  unit_count integer NOT NULL,
  submitted_at timestamptz,
  stage_at timestamptz NOT NULL,
  due_on date,
  account_id text,
  is_demonstration boolean NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, filing_id),
  FOREIGN KEY (centre_id, carrier_id) REFERENCES premises.carrier (centre_id, carrier_id)
);
CREATE UNIQUE INDEX filing_number_unique ON premises.filing (centre_id, number) WHERE number <> '';
CREATE INDEX filing_list ON premises.filing (centre_id, updated_at, filing_id);
CREATE INDEX filing_carrier ON premises.filing (centre_id, carrier_id);
CREATE INDEX filing_end ON premises.filing (centre_id, valid_until) WHERE standing IN ('filed', 'suspended');

-- What was filed, version by version; rows are added and never changed.
CREATE TABLE premises.filed_version (
  centre_id integer NOT NULL,
  filing_id uuid NOT NULL,
  filed_version integer NOT NULL,
  kind text NOT NULL,
  body jsonb NOT NULL,
  hash text NOT NULL,
  valid_until date,
  filed_at timestamptz NOT NULL,
  filed_by_name text NOT NULL,
  PRIMARY KEY (centre_id, filing_id, filed_version),
  FOREIGN KEY (centre_id, filing_id) REFERENCES premises.filing (centre_id, filing_id)
);

-- A unit (房屋单元) as the newest version has it. Its id and the code on its door stay over all versions.
CREATE TABLE premises.unit (
  centre_id integer NOT NULL,
  unit_id uuid NOT NULL,
  filing_id uuid NOT NULL,
  filed_version integer NOT NULL,
  is_current boolean NOT NULL,
  token text NOT NULL,
  floor integer NOT NULL,
  room_no text NOT NULL,
  address text NOT NULL,
  address_key text NOT NULL,
  area_m2 double precision NOT NULL,
  max_subjects integer NOT NULL,
  excluded text,
  use_type text NOT NULL,
  group_codes jsonb NOT NULL,
  is_suspended boolean NOT NULL,
  reason text NOT NULL,
  valid_until date,
  hash text NOT NULL,
  PRIMARY KEY (centre_id, unit_id),
  CONSTRAINT unit_token_unique UNIQUE (centre_id, token),
  FOREIGN KEY (centre_id, filing_id) REFERENCES premises.filing (centre_id, filing_id)
);
CREATE UNIQUE INDEX unit_address_unique ON premises.unit (centre_id, address_key) WHERE is_current;
CREATE INDEX unit_filing ON premises.unit (centre_id, filing_id);

-- What was filed of a unit in one version: exact text and its SM3, as cases cite it.
CREATE TABLE premises.snapshot (
  centre_id integer NOT NULL,
  unit_id uuid NOT NULL,
  filed_version integer NOT NULL,
  content text NOT NULL,
  hash text NOT NULL,
  filed_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, unit_id, filed_version)
);

-- Each time that a case used what was filed in place of papers (调用).
CREATE TABLE premises.use_record (
  centre_id integer NOT NULL,
  use_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  filing_id uuid NOT NULL,
  filed_version integer NOT NULL,
  hash text NOT NULL,
  role text NOT NULL CHECK (role IN ('seat', 'place')),
  party_id uuid NOT NULL,
  subject_name text NOT NULL,
  credit_code text NOT NULL,
  matter_zh text NOT NULL,
  matter_en text NOT NULL,
  case_id uuid NOT NULL,
  case_number text NOT NULL,
  state text NOT NULL CHECK (state IN ('reserved', 'settled', 'freed')),
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  settled_at timestamptz,
  PRIMARY KEY (centre_id, use_id),
  CONSTRAINT use_once UNIQUE (centre_id, case_id, unit_id, role)
);
CREATE INDEX use_unit ON premises.use_record (centre_id, unit_id, state);
CREATE INDEX use_filing ON premises.use_record (centre_id, filing_id, at);
CREATE INDEX use_at ON premises.use_record (centre_id, at);

-- Who is in a unit, from when to when (入驻).
CREATE TABLE premises.occupancy (
  centre_id integer NOT NULL,
  occupancy_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  filing_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('seat', 'place')),
  subject_name text NOT NULL,
  credit_code text NOT NULL,
  case_id uuid,
  from_on date NOT NULL,
  until_on date,
  is_unreachable boolean NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (centre_id, occupancy_id)
);
CREATE INDEX occupancy_unit ON premises.occupancy (centre_id, unit_id) WHERE until_on IS NULL;
CREATE INDEX occupancy_filing ON premises.occupancy (centre_id, filing_id) WHERE until_on IS NULL;
CREATE INDEX occupancy_subject ON premises.occupancy (centre_id, credit_code) WHERE until_on IS NULL;

-- What happened to a filing; rows are added and never changed.
CREATE TABLE premises.history (
  centre_id integer NOT NULL,
  filing_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  at timestamptz NOT NULL,
  act text NOT NULL,
  stage text NOT NULL,
  standing text NOT NULL,
  ground text,
  reason text NOT NULL,
  by_id text NOT NULL,
  by_name text NOT NULL,
  filed_version integer NOT NULL,
  PRIMARY KEY (centre_id, filing_id, entry_id),
  FOREIGN KEY (centre_id, filing_id) REFERENCES premises.filing (centre_id, filing_id)
);

-- Which reminders of an end went out.
CREATE TABLE premises.reminder (
  centre_id integer NOT NULL,
  filing_id uuid NOT NULL,
  valid_until date NOT NULL,
  days integer NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, filing_id, valid_until, days)
);
