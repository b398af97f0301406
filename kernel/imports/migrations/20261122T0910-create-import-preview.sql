-- A sheet that was read and checked, waiting for a person to say yes.
CREATE TABLE kernel.import_preview (
  centre_id integer NOT NULL,
  preview_id uuid NOT NULL,
  importer text NOT NULL,
  file_name text NOT NULL,
  rows jsonb NOT NULL,
  plan_digest text NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  applied_at timestamptz,
  PRIMARY KEY (centre_id, preview_id)
);
