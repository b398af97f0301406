-- What the stand-in for a carrier keeps: its orders and what it is going to tell. Used in a demonstration only.
CREATE SCHEMA standin_carrier;

CREATE TABLE standin_carrier.parcel (
  centre_id integer NOT NULL,
  number text NOT NULL,
  tracking_no text NOT NULL,
  direction text NOT NULL,
  contents text NOT NULL,
  -- Masked: imagined or not, nobody's address is kept here.
  recipient text NOT NULL,
  place text NOT NULL,
  push_to text NOT NULL,
  habit text NOT NULL,
  ordered_at timestamptz NOT NULL,
  collect_at timestamptz NOT NULL,
  collected_at timestamptz,
  last_code integer,
  last_at timestamptz,
  weight_grams integer NOT NULL,
  PRIMARY KEY (centre_id, number),
  CONSTRAINT standin_carrier_tracking_unique UNIQUE (centre_id, tracking_no)
);
CREATE INDEX standin_carrier_due ON standin_carrier.parcel (centre_id, collect_at) WHERE collected_at IS NULL;

CREATE TABLE standin_carrier.push (
  centre_id integer NOT NULL,
  push_id uuid NOT NULL,
  number text NOT NULL,
  -- The same one for a state that is told twice.
  event_id text NOT NULL,
  code integer NOT NULL,
  text text NOT NULL,
  happens_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  tries integer NOT NULL,
  told_at timestamptz,
  answer text NOT NULL,
  PRIMARY KEY (centre_id, push_id)
);
CREATE INDEX standin_carrier_push_due ON standin_carrier.push (centre_id, due_at) WHERE told_at IS NULL;
