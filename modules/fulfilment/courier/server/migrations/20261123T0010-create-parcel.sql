CREATE SCHEMA courier;

-- A carrier (快递公司) and how it is reached; its secret is sealed.
CREATE TABLE courier.carrier (
  centre_id integer NOT NULL,
  carrier_id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  endpoint text NOT NULL,
  secret_sealed text NOT NULL,
  is_active boolean NOT NULL,
  is_stand_in boolean NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, carrier_id),
  CONSTRAINT carrier_code_unique UNIQUE (centre_id, code)
);

-- The hand-over book between window and carrier (交接簿).
CREATE TABLE courier.hand_over (
  centre_id integer NOT NULL,
  hand_over_id uuid NOT NULL,
  number text NOT NULL,
  carrier_id uuid NOT NULL,
  courier_name text NOT NULL,
  signature_file_id uuid,
  by_name text NOT NULL,
  parcels integer NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, hand_over_id)
);

-- A parcel (快件), for a case or a set of seals.
CREATE TABLE courier.parcel (
  centre_id integer NOT NULL,
  parcel_id uuid NOT NULL,
  number text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('out', 'in')),
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  subject_no text NOT NULL,
  party_id uuid NOT NULL,
  contents text NOT NULL,
  has_originals boolean NOT NULL,
  -- Recipient, telephone and address as one sealed document.
  contact_sealed text NOT NULL,
  recipient_shown text NOT NULL,
  place_shown text NOT NULL,
  state text NOT NULL,
  carrier_id uuid,
  tracking_no text NOT NULL,
  hand_over_id uuid,
  failure text NOT NULL,
  created_at timestamptz NOT NULL,
  handed_at timestamptz,
  last_event_at timestamptz,
  signed_at timestamptz,
  ended_on date,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, parcel_id),
  CONSTRAINT parcel_number_unique UNIQUE (centre_id, number)
);
CREATE UNIQUE INDEX parcel_tracking ON courier.parcel (centre_id, carrier_id, tracking_no) WHERE tracking_no <> '';
-- One open parcel for each thing and direction.
CREATE UNIQUE INDEX parcel_open ON courier.parcel (centre_id, subject_kind, subject_id, direction)
  WHERE state NOT IN ('signed', 'returned', 'closed', 'cancelled');
CREATE INDEX parcel_order ON courier.parcel (centre_id, created_at, parcel_id);
CREATE INDEX parcel_party ON courier.parcel (centre_id, party_id, created_at);

-- What carriers told, each event once; a parcel that nobody knows has none.
CREATE TABLE courier.push (
  centre_id integer NOT NULL,
  carrier_id uuid NOT NULL,
  event_id text NOT NULL,
  parcel_id uuid,
  tracking_no text NOT NULL,
  code integer NOT NULL,
  text text NOT NULL,
  at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  is_applied boolean NOT NULL,
  PRIMARY KEY (centre_id, carrier_id, event_id)
);
CREATE INDEX push_parcel ON courier.push (centre_id, parcel_id, at);
CREATE INDEX push_tracking ON courier.push (centre_id, carrier_id, tracking_no) WHERE parcel_id IS NULL;
