CREATE SCHEMA complaints;

CREATE TABLE complaints.setting (
  centre_id integer NOT NULL,
  body jsonb NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id)
);

CREATE TABLE complaints.complaint (
  centre_id integer NOT NULL,
  complaint_id uuid NOT NULL,
  number text NOT NULL,
  query_code text NOT NULL,
  kind text NOT NULL,
  wish text NOT NULL,
  external_no text,
  title text NOT NULL,
  content text NOT NULL,
  name_sealed text,
  name_masked text NOT NULL,
  mobile_sealed text,
  state text NOT NULL,
  is_open boolean NOT NULL,
  department_id uuid,
  assisting jsonb NOT NULL,
  target_department_id uuid,
  target_window_id uuid,
  target_person_id uuid,
  case_id uuid,
  case_no text NOT NULL,
  ticket_no text NOT NULL,
  term_class text NOT NULL,
  return_until date NOT NULL,
  contact_due_on date NOT NULL,
  handle_due_on date NOT NULL,
  call_back_due_on date,
  due_on date NOT NULL,
  was_contact_late boolean NOT NULL,
  was_handled_late boolean NOT NULL,
  was_extended boolean NOT NULL,
  was_redone boolean NOT NULL,
  was_forced boolean NOT NULL,
  reply text NOT NULL,
  result text,
  is_proven boolean NOT NULL,
  satisfaction text,
  overdue_told jsonb NOT NULL,
  received_at timestamptz NOT NULL,
  closed_at timestamptz,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, complaint_id),
  CONSTRAINT complaint_number_unique UNIQUE (centre_id, number),
  CONSTRAINT complaint_external_unique UNIQUE (centre_id, external_no)
);
CREATE INDEX complaint_open ON complaints.complaint (centre_id, due_on, complaint_id) WHERE is_open;

CREATE TABLE complaints.step (
  centre_id integer NOT NULL,
  step_id uuid NOT NULL,
  complaint_id uuid NOT NULL,
  act text NOT NULL,
  to_state text NOT NULL,
  by_account text NOT NULL,
  by_name text NOT NULL,
  note text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, step_id),
  FOREIGN KEY (centre_id, complaint_id) REFERENCES complaints.complaint (centre_id, complaint_id)
);
CREATE INDEX step_of ON complaints.step (centre_id, complaint_id, step_id);

-- 考评: one fact scores once; `subject` names the fact, so that the same one is not counted by a second item.
CREATE TABLE complaints.score (
  centre_id integer NOT NULL,
  score_id uuid NOT NULL,
  subject text NOT NULL,
  item text NOT NULL,
  points numeric(6, 1) NOT NULL,
  scored_on date NOT NULL,
  person_id uuid,
  window_id uuid,
  department_id uuid,
  evidence text NOT NULL,
  is_automatic boolean NOT NULL,
  state text NOT NULL,
  appeal_until date NOT NULL,
  appeal_text text NOT NULL,
  decision text NOT NULL,
  by_account text NOT NULL,
  by_name text NOT NULL,
  created_at timestamptz NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, score_id),
  CONSTRAINT score_subject_once UNIQUE (centre_id, subject)
);
CREATE INDEX score_by_day ON complaints.score (centre_id, scored_on);
