-- 请确认: a paper of a case that was shown on the pad of a window, and the signature under it.
CREATE TABLE evaluation.confirmation (
  centre_id integer NOT NULL,
  confirmation_id uuid NOT NULL,
  window_id uuid NOT NULL,
  site_id uuid NOT NULL,
  case_id uuid NOT NULL,
  case_no text NOT NULL,
  document_id uuid,
  title jsonb NOT NULL,
  number text NOT NULL,
  -- What was shown names people, so it is sealed; gone once it is settled, for the paper itself is kept by the case.
  text_sealed text,
  text_hash text NOT NULL,
  state text NOT NULL,
  asked_by uuid NOT NULL,
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL,
  asks_until timestamptz NOT NULL,
  settled_at timestamptz,
  device_id uuid,
  signature_file_id uuid,
  signature_hash text,
  proof_hash text,
  PRIMARY KEY (centre_id, confirmation_id)
);
CREATE UNIQUE INDEX confirmation_asked ON evaluation.confirmation (centre_id, window_id) WHERE state = 'asked';
CREATE INDEX confirmation_of_case ON evaluation.confirmation (centre_id, case_id, asked_at DESC);
