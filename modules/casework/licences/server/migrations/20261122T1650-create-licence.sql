CREATE SCHEMA licences;

-- A kind of licence (证照类型): who may hold it, how it is numbered, what it says and how long it lasts.
CREATE TABLE licences.kind (
  centre_id integer NOT NULL,
  code text NOT NULL,
  type_code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  definer_zh text NOT NULL,
  holder text NOT NULL CHECK (holder IN ('person', 'organisation', 'any')),
  role text NOT NULL CHECK (role IN ('issued', 'composite', 'external')),
  number_pattern text NOT NULL,
  validity_months integer,
  renew_from_days integer,
  layout text NOT NULL CHECK (layout IN ('landscape', 'portrait')),
  has_duplicate boolean NOT NULL,
  fields jsonb NOT NULL,
  sort_order integer NOT NULL,
  is_demonstration boolean NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, code),
  CONSTRAINT kind_type_unique UNIQUE (centre_id, type_code)
);

-- One version of a licence. A change makes a new row of the same lineage and number; this one is then superseded.
CREATE TABLE licences.licence (
  centre_id integer NOT NULL,
  licence_id uuid NOT NULL,
  lineage_id uuid NOT NULL,
  edition integer NOT NULL CHECK (edition BETWEEN 1 AND 999),
  kind_code text NOT NULL,
  number text NOT NULL,
  -- The number of the lineage within the identifier (流水号).
  serial text NOT NULL,
  identifier text NOT NULL,
  token text NOT NULL,
  state text NOT NULL CHECK (state IN ('valid', 'suspended', 'revoked', 'cancelled', 'expired', 'superseded')),
  -- The record that it was issued to, and the one that this is now, after merges.
  issued_to uuid NOT NULL,
  holder_id uuid NOT NULL,
  holder_kind text NOT NULL CHECK (holder_kind IN ('person', 'organisation')),
  -- A firm's name is public; a person's stands masked here and in full in what is sealed.
  holder_shown text NOT NULL,
  holder_search text,
  authority_zh text NOT NULL,
  authority_en text NOT NULL,
  authority_code text NOT NULL,
  department_id uuid NOT NULL,
  case_id uuid,
  case_number text NOT NULL,
  issued_on date NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  -- Canonical text that anybody may read, and the signature over exactly this text.
  statement text NOT NULL,
  signature text NOT NULL,
  key_id text NOT NULL,
  public_key text NOT NULL,
  -- Holder in full, content and the salt of their digest in the statement.
  content_sealed text NOT NULL,
  is_demonstration boolean NOT NULL,
  issued_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, licence_id),
  CONSTRAINT licence_identifier_unique UNIQUE (centre_id, identifier),
  CONSTRAINT licence_token_unique UNIQUE (centre_id, token),
  CONSTRAINT licence_number_unique UNIQUE (centre_id, kind_code, number, edition),
  CONSTRAINT licence_edition_unique UNIQUE (centre_id, lineage_id, edition),
  FOREIGN KEY (centre_id, kind_code) REFERENCES licences.kind (centre_id, code)
);
CREATE INDEX licence_list ON licences.licence (centre_id, issued_at, licence_id);
CREATE INDEX licence_kind ON licences.licence (centre_id, kind_code, state);
CREATE INDEX licence_holder ON licences.licence (centre_id, holder_id);
CREATE INDEX licence_issued_to ON licences.licence (centre_id, issued_to);
CREATE INDEX licence_number ON licences.licence (centre_id, number text_pattern_ops);
CREATE INDEX licence_end ON licences.licence (centre_id, valid_until) WHERE state IN ('valid', 'suspended');

-- What happened to a licence; rows are added and never changed.
CREATE TABLE licences.history (
  centre_id integer NOT NULL,
  licence_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  at timestamptz NOT NULL,
  act text NOT NULL,
  to_state text NOT NULL,
  reason text NOT NULL,
  ground text,
  by_id text NOT NULL,
  by_name text NOT NULL,
  case_id uuid,
  case_number text NOT NULL,
  PRIMARY KEY (centre_id, licence_id, entry_id),
  FOREIGN KEY (centre_id, licence_id) REFERENCES licences.licence (centre_id, licence_id)
);

-- The lineages that a composite licence carries: a changed member is seen in its newest version.
CREATE TABLE licences.member (
  centre_id integer NOT NULL,
  licence_id uuid NOT NULL,
  position integer NOT NULL,
  lineage_id uuid NOT NULL,
  PRIMARY KEY (centre_id, licence_id, position),
  FOREIGN KEY (centre_id, licence_id) REFERENCES licences.licence (centre_id, licence_id)
);

-- One-time codes on holders' screens.
CREATE TABLE licences.showing (
  centre_id integer NOT NULL,
  showing_id uuid NOT NULL,
  licence_id uuid NOT NULL,
  code_hash text NOT NULL,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  used_by text NOT NULL,
  PRIMARY KEY (centre_id, showing_id),
  CONSTRAINT showing_code_unique UNIQUE (centre_id, code_hash),
  FOREIGN KEY (centre_id, licence_id) REFERENCES licences.licence (centre_id, licence_id)
);
CREATE INDEX showing_licence ON licences.showing (centre_id, licence_id);

-- Which reminders of a licence's end went out: 90, 60, 30 and 7 days.
CREATE TABLE licences.reminder (
  centre_id integer NOT NULL,
  licence_id uuid NOT NULL,
  days integer NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, licence_id, days),
  FOREIGN KEY (centre_id, licence_id) REFERENCES licences.licence (centre_id, licence_id)
);
