-- In which session a file came, so that what was not handed in can go with a session at a device.
ALTER TABLE kernel.stored_file ADD COLUMN session_id uuid;
CREATE INDEX stored_file_session ON kernel.stored_file (centre_id, session_id)
  WHERE session_id IS NOT NULL AND subject_id IS NULL;
