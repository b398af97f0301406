-- Evidence and papers that were handed in with a step.
ALTER TABLE complaints.step ADD COLUMN file_ids uuid[] NOT NULL DEFAULT '{}';
