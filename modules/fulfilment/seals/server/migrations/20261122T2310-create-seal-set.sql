CREATE SCHEMA seals;

CREATE TABLE seals.setting (
  centre_id integer NOT NULL PRIMARY KEY,
  body jsonb NOT NULL,
  version integer NOT NULL
);

-- A firm that cuts seals for the centre (刻章单位).
CREATE TABLE seals.maker (
  centre_id integer NOT NULL,
  maker_id uuid NOT NULL,
  party_id uuid NOT NULL,
  credit_code text NOT NULL,
  name text NOT NULL,
  police_code text NOT NULL,
  phone text NOT NULL,
  quota integer NOT NULL CHECK (quota BETWEEN 1 AND 100),
  daily_capacity integer NOT NULL CHECK (daily_capacity > 0),
  promise_hours integer NOT NULL CHECK (promise_hours > 0),
  is_active boolean NOT NULL,
  reason text NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, maker_id),
  CONSTRAINT maker_firm_unique UNIQUE (centre_id, credit_code)
);
CREATE INDEX maker_party ON seals.maker (centre_id, party_id);

-- One row a firm that was ever asked about; held while its set is opened, so that two never are.
CREATE TABLE seals.firm (
  centre_id integer NOT NULL,
  uscc text NOT NULL,
  asked integer NOT NULL,
  PRIMARY KEY (centre_id, uscc)
);

-- A set of four seals (一套).
CREATE TABLE seals.seal_set (
  centre_id integer NOT NULL,
  set_id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL CHECK (state IN ('eligible', 'applied', 'dispatched', 'accepted', 'filed', 'engraved', 'handed-over',
    'at-centre', 'sent', 'signed', 'lapsed', 'cancelled')),
  uscc text NOT NULL,
  party_id uuid NOT NULL,
  firm_name text NOT NULL,
  -- Name of the legal representative, sealed: it is a person's.
  legal_sealed text NOT NULL,
  licence_id uuid NOT NULL,
  licence_number text NOT NULL,
  licensed_on date NOT NULL,
  case_no text NOT NULL,
  claim_until date NOT NULL,
  maker_id uuid,
  -- Makers that gave it back or did not answer since it was claimed.
  declined jsonb NOT NULL,
  way text CHECK (way IN ('window', 'courier')),
  delivery_sealed text,
  tracking_no text NOT NULL,
  applied_at timestamptz,
  answer_by timestamptz,
  due_on date,
  seals jsonb NOT NULL,
  is_remake boolean NOT NULL,
  is_outdated boolean NOT NULL,
  signed_at timestamptz,
  -- The first signature counts, whatever is made again.
  first_signed_on date,
  signed_days integer,
  received_sealed text,
  signature_file_id uuid,
  handed_by text NOT NULL,
  steps integer NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, set_id),
  CONSTRAINT seal_set_number_unique UNIQUE (centre_id, number),
  CONSTRAINT seal_set_maker CHECK (maker_id IS NOT NULL OR state IN ('eligible', 'applied', 'lapsed', 'cancelled')),
  FOREIGN KEY (centre_id, maker_id) REFERENCES seals.maker (centre_id, maker_id)
);
-- One for each firm, for life.
CREATE UNIQUE INDEX seal_set_firm ON seals.seal_set (centre_id, uscc) WHERE state NOT IN ('lapsed', 'cancelled');
CREATE INDEX seal_set_order ON seals.seal_set (centre_id, created_at, set_id);
CREATE INDEX seal_set_party ON seals.seal_set (centre_id, party_id);
CREATE INDEX seal_set_maker ON seals.seal_set (centre_id, maker_id, state);
CREATE INDEX seal_set_waiting ON seals.seal_set (centre_id, state, answer_by);
CREATE INDEX seal_set_signed ON seals.seal_set (centre_id, first_signed_on) WHERE first_signed_on IS NOT NULL;

-- 备案编号: one seal each. A void one stays taken.
CREATE TABLE seals.filed_number (
  centre_id integer NOT NULL,
  number text NOT NULL,
  set_id uuid NOT NULL,
  kind text NOT NULL,
  is_void boolean NOT NULL,
  PRIMARY KEY (centre_id, number)
);
CREATE INDEX filed_number_set ON seals.filed_number (centre_id, set_id);

-- What was done to a set, by whom; added, never changed.
CREATE TABLE seals.step (
  centre_id integer NOT NULL,
  set_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamptz NOT NULL,
  act text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  maker_id uuid,
  by_kind text NOT NULL,
  by_id text NOT NULL,
  by_name text NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (centre_id, set_id, seq)
);
CREATE INDEX step_given ON seals.step (centre_id, maker_id, at) WHERE act = 'dispatch';

-- 重刻: at the maker's cost, so never billed.
CREATE TABLE seals.remake (
  centre_id integer NOT NULL,
  remake_id uuid NOT NULL,
  set_id uuid NOT NULL,
  maker_id uuid NOT NULL,
  kinds jsonb NOT NULL,
  reason text NOT NULL,
  asked_at timestamptz NOT NULL,
  done_at timestamptz,
  PRIMARY KEY (centre_id, remake_id)
);
CREATE INDEX remake_set ON seals.remake (centre_id, set_id, asked_at);

-- 月结.
CREATE TABLE seals.month (
  centre_id integer NOT NULL,
  month text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'closed', 'handed-on')),
  contract_id uuid,
  contract_number text NOT NULL,
  contract_name text NOT NULL,
  supplier text NOT NULL,
  unit_price_fen bigint,
  document_id uuid,
  document_number text NOT NULL,
  handed_on_at timestamptz,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, month)
);

-- A signed set is in one month's settlement only.
CREATE TABLE seals.line (
  centre_id integer NOT NULL,
  set_id uuid NOT NULL,
  month text NOT NULL,
  maker_id uuid NOT NULL,
  signed_on date NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  dispute text NOT NULL CHECK (dispute IN ('none', 'disputed', 'dropped', 'kept')),
  reason text NOT NULL,
  PRIMARY KEY (centre_id, set_id),
  FOREIGN KEY (centre_id, set_id) REFERENCES seals.seal_set (centre_id, set_id),
  FOREIGN KEY (centre_id, month) REFERENCES seals.month (centre_id, month)
);
CREATE INDEX line_month ON seals.line (centre_id, month, signed_on, set_id);
