CREATE SCHEMA evaluation;

-- The options from the second version on; the national set is version 1 and part of the software.
CREATE TABLE evaluation.option_set (
  centre_id integer NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  basis text NOT NULL,
  options jsonb NOT NULL,
  valid_from date NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, version)
);

CREATE TABLE evaluation.setting (
  centre_id integer NOT NULL,
  body jsonb NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id)
);

-- What can be rated: one visit to the window, or one case. Each is the denominator once.
CREATE TABLE evaluation.service (
  centre_id integer NOT NULL,
  service_id uuid NOT NULL,
  kind text NOT NULL,
  subject_id uuid NOT NULL,
  token text NOT NULL,
  ticket_no text,
  case_id uuid,
  case_no text,
  matter_id uuid,
  matter_name jsonb,
  site_id uuid,
  window_id uuid,
  person_id uuid,
  department_id uuid,
  party_id uuid,
  phone_index text,
  served_at timestamptz NOT NULL,
  served_on date NOT NULL,
  open_until date NOT NULL,
  invited_at timestamptz,
  lapsed_at timestamptz,
  times_rated integer NOT NULL,
  is_void boolean NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, service_id),
  CONSTRAINT service_subject_once UNIQUE (centre_id, kind, subject_id),
  CONSTRAINT service_token_unique UNIQUE (centre_id, token)
);
CREATE INDEX service_at_window ON evaluation.service (centre_id, window_id, invited_at DESC);
CREATE INDEX service_by_day ON evaluation.service (centre_id, served_on);
CREATE INDEX service_of_party ON evaluation.service (centre_id, party_id, service_id DESC);
CREATE INDEX service_by_phone ON evaluation.service (centre_id, phone_index) WHERE phone_index IS NOT NULL;
CREATE INDEX service_by_ticket ON evaluation.service (centre_id, ticket_no, served_on);
CREATE INDEX service_by_case ON evaluation.service (centre_id, case_no);

-- Ratings are written once and never changed or deleted, but for their standing and the published answer.
CREATE TABLE evaluation.evaluation (
  centre_id integer NOT NULL,
  evaluation_id uuid NOT NULL,
  service_id uuid NOT NULL,
  service_kind text NOT NULL,
  number integer NOT NULL,
  grade text NOT NULL,
  options jsonb NOT NULL,
  option_set_version integer NOT NULL,
  comment text NOT NULL,
  dimensions jsonb NOT NULL,
  channel text NOT NULL,
  is_anonymous boolean NOT NULL,
  name_sealed text,
  name_masked text NOT NULL,
  mobile_sealed text,
  phone_index text,
  device_id uuid,
  address_index text,
  shown_for_seconds integer,
  was_kept boolean NOT NULL,
  was_pressed boolean NOT NULL,
  standing text NOT NULL,
  suspicions jsonb NOT NULL,
  exclusion jsonb,
  site_id uuid,
  window_id uuid,
  person_id uuid,
  department_id uuid,
  matter_id uuid,
  served_on date NOT NULL,
  rated_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  reply text NOT NULL,
  PRIMARY KEY (centre_id, evaluation_id),
  CONSTRAINT evaluation_once UNIQUE (centre_id, service_id, number),
  FOREIGN KEY (centre_id, service_id) REFERENCES evaluation.service (centre_id, service_id)
);
CREATE INDEX evaluation_by_day ON evaluation.evaluation (centre_id, served_on);
CREATE INDEX evaluation_by_device ON evaluation.evaluation (centre_id, device_id, rated_at DESC) WHERE device_id IS NOT NULL;
CREATE INDEX evaluation_by_address ON evaluation.evaluation (centre_id, address_index, rated_at DESC) WHERE address_index IS NOT NULL;
CREATE INDEX evaluation_by_phone ON evaluation.evaluation (centre_id, phone_index, rated_at DESC) WHERE phone_index IS NOT NULL;
CREATE INDEX evaluation_by_person ON evaluation.evaluation (centre_id, person_id, rated_at DESC);
CREATE INDEX evaluation_suspect ON evaluation.evaluation (centre_id, evaluation_id) WHERE standing = 'suspect';

-- 差评整改: the current state; its steps are the history from which it can be rebuilt.
CREATE TABLE evaluation.bad_case (
  centre_id integer NOT NULL,
  evaluation_id uuid NOT NULL,
  service_id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  is_open boolean NOT NULL,
  grade text NOT NULL,
  department_id uuid,
  rated_department_id uuid,
  rated_person_id uuid,
  window_id uuid,
  is_named boolean NOT NULL,
  finding text,
  complexity text,
  contact_due_on date NOT NULL,
  rectify_due_on date,
  call_back_due_on date,
  appeal_until date NOT NULL,
  due_on date NOT NULL,
  contacted_at timestamptz,
  rectified_at timestamptz,
  replied_at timestamptz,
  called_back_at timestamptz,
  call_back text,
  was_reopened boolean NOT NULL,
  was_reviewed boolean NOT NULL,
  was_contact_late boolean NOT NULL,
  was_rectified_late boolean NOT NULL,
  handlers jsonb NOT NULL,
  overdue_told jsonb NOT NULL,
  measures text NOT NULL,
  reply text NOT NULL,
  served_on date NOT NULL,
  created_at timestamptz NOT NULL,
  closed_at timestamptz,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, evaluation_id),
  FOREIGN KEY (centre_id, evaluation_id) REFERENCES evaluation.evaluation (centre_id, evaluation_id)
);
CREATE INDEX bad_case_open ON evaluation.bad_case (centre_id, due_on, evaluation_id) WHERE is_open;
CREATE INDEX bad_case_by_day ON evaluation.bad_case (centre_id, served_on);

CREATE TABLE evaluation.bad_step (
  centre_id integer NOT NULL,
  step_id uuid NOT NULL,
  evaluation_id uuid NOT NULL,
  act text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  by_account text NOT NULL,
  by_name text NOT NULL,
  note text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, step_id),
  FOREIGN KEY (centre_id, evaluation_id) REFERENCES evaluation.bad_case (centre_id, evaluation_id)
);
CREATE INDEX bad_step_of ON evaluation.bad_step (centre_id, evaluation_id, step_id);
