CREATE SCHEMA cases;

-- A case as it stands. `body` is what its history makes of it; the other columns are for finding it, and follow from
-- the body and the calendar. What people filled in lies sealed in `case_form`.
CREATE TABLE cases.case_file (
  centre_id integer NOT NULL,
  case_id uuid NOT NULL,
  -- 办件编号: 实施编码, day and serial.
  case_no text NOT NULL,
  -- 查询码, for tickets and the telephone.
  query_code text NOT NULL,
  state text NOT NULL,
  is_open boolean NOT NULL,
  department_id uuid,
  site_id uuid,
  window_id uuid,
  handler_id text,
  matter_id uuid NOT NULL,
  party_id uuid NOT NULL,
  channel text NOT NULL,
  parent_id uuid,
  light text NOT NULL CHECK (light IN ('green', 'yellow', 'red', 'dark-red', 'grey')),
  -- The day of the limit that runs; far in the future while none does.
  due_on date NOT NULL,
  notice_due_on date,
  promised_due_on date,
  statutory_due_on date,
  issue_due_on date,
  is_provisional boolean NOT NULL,
  correction_due_on date,
  supplement_due_on date,
  inspect_by date,
  submitted_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (centre_id, case_id),
  CONSTRAINT case_no_unique UNIQUE (centre_id, case_no)
);
-- Ids ascend with time: the newest first is by id.
CREATE INDEX case_file_department ON cases.case_file (centre_id, department_id, state, case_id DESC);
CREATE INDEX case_file_department_open ON cases.case_file (centre_id, department_id, due_on, case_id) WHERE is_open;
CREATE INDEX case_file_handler_open ON cases.case_file (centre_id, handler_id, due_on, case_id) WHERE is_open;
CREATE INDEX case_file_open ON cases.case_file (centre_id, due_on, case_id) WHERE is_open;
CREATE INDEX case_file_window ON cases.case_file (centre_id, window_id, case_id DESC) WHERE window_id IS NOT NULL;
CREATE INDEX case_file_party ON cases.case_file (centre_id, party_id, case_id DESC);
CREATE INDEX case_file_code ON cases.case_file (centre_id, query_code);
CREATE INDEX case_file_parent ON cases.case_file (centre_id, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX case_file_promise ON cases.case_file (centre_id, inspect_by) WHERE inspect_by IS NOT NULL;

-- What happened, one row a step. From it alone the case can be made again.
CREATE TABLE cases.case_event (
  centre_id integer NOT NULL,
  case_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamptz NOT NULL,
  act text NOT NULL,
  by_kind text NOT NULL CHECK (by_kind IN ('staff', 'applicant', 'system')),
  by_id text NOT NULL,
  by_name text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  changes jsonb NOT NULL,
  note text NOT NULL,
  is_public boolean NOT NULL,
  detail jsonb NOT NULL,
  PRIMARY KEY (centre_id, case_id, seq)
);

-- What was filled in, each time anew: answers, form and where the result is to go, as one sealed document.
CREATE TABLE cases.case_form (
  centre_id integer NOT NULL,
  case_id uuid NOT NULL,
  form_no integer NOT NULL,
  sealed text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, case_id, form_no)
);

CREATE TABLE cases.case_paper (
  centre_id integer NOT NULL,
  case_id uuid NOT NULL,
  key text NOT NULL,
  position integer NOT NULL,
  name jsonb NOT NULL,
  need text NOT NULL CHECK (need IN ('required', 'optional', 'exempt')),
  is_main boolean NOT NULL,
  is_deferrable boolean NOT NULL,
  licence_kind text,
  state text NOT NULL CHECK (state IN ('missing', 'pending', 'accepted', 'deferred', 'unfit', 'exempt')),
  source text,
  trust text CHECK (trust IN ('A', 'B', 'C', 'D')),
  file_ids uuid[] NOT NULL,
  originals integer NOT NULL,
  copies integer NOT NULL,
  licence_id uuid,
  from_case_id uuid,
  note text NOT NULL,
  PRIMARY KEY (centre_id, case_id, key)
);

CREATE TABLE cases.opinion (
  centre_id integer NOT NULL,
  opinion_id uuid NOT NULL,
  case_id uuid NOT NULL,
  department_id uuid NOT NULL,
  question text NOT NULL,
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL,
  due_on date NOT NULL,
  answer text CHECK (answer IN ('agrees', 'objects', 'no-view')),
  answer_text text NOT NULL,
  answered_by_name text NOT NULL,
  answered_at timestamptz,
  PRIMARY KEY (centre_id, opinion_id)
);
CREATE INDEX opinion_case ON cases.opinion (centre_id, case_id);
CREATE INDEX opinion_department ON cases.opinion (centre_id, department_id, opinion_id DESC);

-- An application that is not submitted: one for each matter, applicant and person who fills it in.
CREATE TABLE cases.draft (
  centre_id integer NOT NULL,
  draft_id uuid NOT NULL,
  party_id uuid NOT NULL,
  person_id uuid NOT NULL,
  matter_id uuid NOT NULL,
  sealed text NOT NULL,
  saved_at timestamptz NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, draft_id),
  CONSTRAINT draft_one_a_matter UNIQUE (centre_id, party_id, person_id, matter_id)
);

CREATE TABLE cases.setting (
  centre_id integer NOT NULL PRIMARY KEY,
  body jsonb NOT NULL,
  version integer NOT NULL
);
