CREATE SCHEMA staff;

-- 岗位: what people are appointed to.
CREATE TABLE staff.post (
  centre_id integer NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  family text NOT NULL,
  sort_order integer NOT NULL,
  PRIMARY KEY (centre_id, code)
);

CREATE TABLE staff.person (
  centre_id integer NOT NULL,
  person_id uuid NOT NULL,
  employee_no text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  name_pinyin text NOT NULL,
  -- Number, name, pinyin and its initials in small letters: what people type to find somebody.
  search_text text NOT NULL,
  sex text NOT NULL,
  office_id uuid,
  department_id uuid,
  post_code text NOT NULL,
  employment text NOT NULL,
  mobile_sealed text,
  email_sealed text,
  joined_on date NOT NULL,
  left_on date,
  left_reason text NOT NULL,
  photo_file_id uuid,
  account_id uuid,
  is_demonstration boolean NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, person_id),
  CONSTRAINT person_employee_no_unique UNIQUE (centre_id, employee_no),
  CONSTRAINT person_account_unique UNIQUE (centre_id, account_id),
  CONSTRAINT person_belongs_once CHECK (office_id IS NULL OR department_id IS NULL),
  FOREIGN KEY (centre_id, post_code) REFERENCES staff.post (centre_id, code)
);
CREATE INDEX person_by_department ON staff.person (centre_id, department_id, employee_no);
CREATE INDEX person_by_office ON staff.person (centre_id, office_id, employee_no);

-- The roles that the register wants somebody to hold; the grants themselves are those of the account.
CREATE TABLE staff.person_role (
  centre_id integer NOT NULL,
  person_id uuid NOT NULL,
  role text NOT NULL,
  scope_level text NOT NULL,
  scope_id text NOT NULL,
  PRIMARY KEY (centre_id, person_id, role, scope_level, scope_id),
  FOREIGN KEY (centre_id, person_id) REFERENCES staff.person (centre_id, person_id)
);

-- 岗位AB角: who holds a window, and who stands in. Rows that have ended are its history.
CREATE TABLE staff.stationing (
  centre_id integer NOT NULL,
  stationing_id uuid NOT NULL,
  window_id uuid NOT NULL,
  person_a_id uuid NOT NULL,
  person_b_id uuid,
  valid_from date NOT NULL,
  valid_to date,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, stationing_id),
  CONSTRAINT stationing_begins_once UNIQUE (centre_id, window_id, valid_from),
  CONSTRAINT stationing_two_people CHECK (person_a_id <> person_b_id),
  CONSTRAINT stationing_in_order CHECK (valid_to >= valid_from),
  FOREIGN KEY (centre_id, person_a_id) REFERENCES staff.person (centre_id, person_id),
  FOREIGN KEY (centre_id, person_b_id) REFERENCES staff.person (centre_id, person_id)
);
CREATE INDEX stationing_by_a ON staff.stationing (centre_id, person_a_id);
CREATE INDEX stationing_by_b ON staff.stationing (centre_id, person_b_id);

CREATE TABLE staff.shift (
  centre_id integer NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  starts text NOT NULL,
  ends text NOT NULL,
  PRIMARY KEY (centre_id, code)
);

CREATE TABLE staff.roster_entry (
  centre_id integer NOT NULL,
  entry_id uuid NOT NULL,
  day date NOT NULL,
  person_id uuid NOT NULL,
  shift_code text NOT NULL,
  site_id uuid NOT NULL,
  zone_id uuid,
  window_id uuid,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, entry_id),
  CONSTRAINT roster_entry_once UNIQUE (centre_id, day, person_id, shift_code),
  FOREIGN KEY (centre_id, person_id) REFERENCES staff.person (centre_id, person_id),
  FOREIGN KEY (centre_id, shift_code) REFERENCES staff.shift (centre_id, code)
);
CREATE INDEX roster_entry_by_person ON staff.roster_entry (centre_id, person_id, day);

CREATE TABLE staff.leave (
  centre_id integer NOT NULL,
  leave_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  status text NOT NULL,
  -- Sealed: it often says something of somebody's health or family.
  reason_sealed text,
  requested_at timestamptz NOT NULL,
  decided_by uuid,
  decided_by_name text NOT NULL,
  decided_at timestamptz,
  decision_note text NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, leave_id),
  CONSTRAINT leave_in_order CHECK (ends_on >= starts_on),
  FOREIGN KEY (centre_id, person_id) REFERENCES staff.person (centre_id, person_id)
);
CREATE INDEX leave_by_person ON staff.leave (centre_id, person_id, starts_on);
CREATE INDEX leave_by_day ON staff.leave (centre_id, ends_on) WHERE status IN ('requested', 'approved');

CREATE TABLE staff.setting (
  centre_id integer NOT NULL,
  contract_quota integer,
  quota_rule text NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id)
);
