CREATE SCHEMA parties;

-- A citizen or firm. What is personal is sealed (`…_sealed`: ciphertext bound to this row) and found again by
-- blind indexes (`…_index`: keyed digests). A firm's name and registration are public and stand as they are.
CREATE TABLE parties.party (
  centre_id integer NOT NULL,
  party_id uuid NOT NULL,
  party_no text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('person', 'organisation')),
  status text NOT NULL CHECK (status IN ('active', 'merged', 'erased')),
  name_sealed text,
  firm_name text,
  -- The firm's name, its initials and its English name in lower case, for search.
  firm_search text,
  name_index text,
  -- English name, sex, birth and remark as one sealed document.
  details_sealed text,
  organisation_kind text,
  established_on date,
  division_code text NOT NULL,
  verification text NOT NULL CHECK (verification IN ('none', 'window', 'real-name')),
  merged_into uuid,
  is_demonstration boolean NOT NULL,
  registered_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, party_id),
  CONSTRAINT party_no_unique UNIQUE (centre_id, party_no)
);
CREATE INDEX party_list ON parties.party (centre_id, status, kind, party_id);
CREATE INDEX party_name ON parties.party (centre_id, name_index);
CREATE INDEX party_merged ON parties.party (centre_id, merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE parties.identifier (
  centre_id integer NOT NULL,
  identifier_id uuid NOT NULL,
  party_id uuid NOT NULL,
  kind text NOT NULL,
  number_sealed text NOT NULL,
  -- Of the number in the form in which numbers are compared: a temporary card and the card it stands for are equal.
  number_index text NOT NULL,
  added_at timestamptz NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, identifier_id),
  CONSTRAINT identifier_number_unique UNIQUE (centre_id, kind, number_index),
  FOREIGN KEY (centre_id, party_id) REFERENCES parties.party (centre_id, party_id)
);
CREATE INDEX identifier_number ON parties.identifier (centre_id, number_index);
CREATE INDEX identifier_party ON parties.identifier (centre_id, party_id);

CREATE TABLE parties.contact (
  centre_id integer NOT NULL,
  contact_id uuid NOT NULL,
  party_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('mobile', 'landline', 'email', 'address')),
  value_sealed text NOT NULL,
  -- Of telephones only: what people and firms are looked up by.
  value_index text,
  added_at timestamptz NOT NULL,
  ended_at timestamptz,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, contact_id),
  FOREIGN KEY (centre_id, party_id) REFERENCES parties.party (centre_id, party_id)
);
CREATE INDEX contact_value ON parties.contact (centre_id, value_index) WHERE value_index IS NOT NULL;
CREATE INDEX contact_party ON parties.contact (centre_id, party_id);

-- Blind tokens by which a person's name is found: whole, beginnings of two characters and more, pinyin, initials.
CREATE TABLE parties.name_token (
  centre_id integer NOT NULL,
  token text NOT NULL,
  party_id uuid NOT NULL,
  PRIMARY KEY (centre_id, token, party_id),
  FOREIGN KEY (centre_id, party_id) REFERENCES parties.party (centre_id, party_id)
);
CREATE INDEX name_token_party ON parties.name_token (centre_id, party_id);

CREATE TABLE parties.verification (
  centre_id integer NOT NULL,
  verification_id uuid NOT NULL,
  party_id uuid NOT NULL,
  level text NOT NULL CHECK (level IN ('window', 'real-name')),
  document_kind text,
  source text NOT NULL CHECK (source IN ('window', 'identity-service', 'import')),
  file_id uuid,
  verified_by text NOT NULL,
  verified_by_name text NOT NULL,
  at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, verification_id),
  FOREIGN KEY (centre_id, party_id) REFERENCES parties.party (centre_id, party_id)
);
CREATE INDEX verification_party ON parties.verification (centre_id, party_id);

-- Who may act for whom, in what, from which day to which (both inclusive).
CREATE TABLE parties.mandate (
  centre_id integer NOT NULL,
  mandate_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  representative_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('legal-representative', 'agent', 'guardian')),
  is_for_all boolean NOT NULL,
  department_codes text[] NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  document_no text NOT NULL,
  document_file_id uuid,
  is_demonstration boolean NOT NULL,
  revoked_at timestamptz,
  revoked_reason text NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, mandate_id),
  FOREIGN KEY (centre_id, principal_id) REFERENCES parties.party (centre_id, party_id),
  FOREIGN KEY (centre_id, representative_id) REFERENCES parties.party (centre_id, party_id)
);
CREATE UNIQUE INDEX mandate_unique ON parties.mandate (centre_id, principal_id, representative_id, kind, valid_from)
  WHERE revoked_at IS NULL;
CREATE INDEX mandate_representative ON parties.mandate (centre_id, representative_id);

-- Which sign-in of the identity service belongs to which person; the service's own name of it is blind.
CREATE TABLE parties.sign_in (
  centre_id integer NOT NULL,
  sign_in_id uuid NOT NULL,
  subject_index text NOT NULL,
  subject_sealed text NOT NULL,
  party_id uuid NOT NULL,
  level integer NOT NULL,
  linked_at timestamptz NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, sign_in_id),
  CONSTRAINT sign_in_subject_unique UNIQUE (centre_id, subject_index),
  FOREIGN KEY (centre_id, party_id) REFERENCES parties.party (centre_id, party_id)
);
CREATE INDEX sign_in_party ON parties.sign_in (centre_id, party_id);

-- `moves` names each row that went over, by kind, id and the version it had afterwards: enough to take it back.
CREATE TABLE parties.merge (
  centre_id integer NOT NULL,
  merge_id uuid NOT NULL,
  from_id uuid NOT NULL,
  into_id uuid NOT NULL,
  reason text NOT NULL,
  moves jsonb NOT NULL,
  merged_by text NOT NULL,
  merged_by_name text NOT NULL,
  merged_at timestamptz NOT NULL,
  undone_at timestamptz,
  undone_by_name text,
  PRIMARY KEY (centre_id, merge_id)
);
CREATE INDEX merge_list ON parties.merge (centre_id, merged_at, merge_id);

-- Pairs that somebody looked at and found to be two; the smaller id first.
CREATE TABLE parties.not_duplicate (
  centre_id integer NOT NULL,
  one_id uuid NOT NULL,
  other_id uuid NOT NULL,
  reason text NOT NULL,
  dismissed_by_name text NOT NULL,
  dismissed_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, one_id, other_id)
);

-- What happened to a record, for its page. The audit log has the same with all it needs.
CREATE TABLE parties.history (
  centre_id integer NOT NULL,
  party_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  at timestamptz NOT NULL,
  act text NOT NULL,
  by_name text NOT NULL,
  detail jsonb NOT NULL,
  PRIMARY KEY (centre_id, party_id, entry_id)
);

CREATE TABLE parties.setting (
  centre_id integer NOT NULL,
  keep_years integer NOT NULL,
  basis text NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id)
);
