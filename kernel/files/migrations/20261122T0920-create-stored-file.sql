-- What is known of a file. Its content lies in the store under its SM3 hash, once for all files with that content.
CREATE TABLE kernel.stored_file (
  centre_id integer NOT NULL,
  file_id uuid NOT NULL,
  hash text NOT NULL,
  size_bytes bigint NOT NULL,
  media_type text NOT NULL,
  name text NOT NULL,
  purpose text NOT NULL,
  state text NOT NULL,
  state_reason text NOT NULL,
  subject_kind text,
  subject_id text,
  uploaded_by text NOT NULL,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, file_id)
);
CREATE INDEX stored_file_by_hash ON kernel.stored_file (centre_id, hash);
CREATE INDEX stored_file_by_subject ON kernel.stored_file (centre_id, subject_kind, subject_id);
CREATE INDEX stored_file_quarantine ON kernel.stored_file (centre_id, uploaded_at DESC) WHERE state <> 'available';
