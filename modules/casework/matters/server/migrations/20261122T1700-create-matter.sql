CREATE SCHEMA IF NOT EXISTS matters;

-- 基本目录: what the whole country calls a matter.
CREATE TABLE matters.catalogue_entry (
  centre_id integer NOT NULL,
  catalog_code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  task_type text NOT NULL,
  PRIMARY KEY (centre_id, catalog_code)
);

-- A matter (实施清单) or a bundle of matters; its words are those of its newest edition, for lists.
CREATE TABLE matters.matter (
  centre_id integer NOT NULL,
  matter_id uuid NOT NULL,
  kind text NOT NULL,
  code text NOT NULL,
  catalog_code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  task_type text,
  department_code text NOT NULL,
  department_name text NOT NULL,
  is_demonstration boolean NOT NULL,
  item_count integer NOT NULL,
  last_number integer NOT NULL,
  PRIMARY KEY (centre_id, matter_id),
  CONSTRAINT matter_code_unique UNIQUE (centre_id, code)
);

CREATE INDEX matter_by_catalogue ON matters.matter (centre_id, catalog_code);

CREATE TABLE matters.edition (
  centre_id integer NOT NULL,
  edition_id uuid NOT NULL,
  matter_id uuid NOT NULL,
  kind text NOT NULL,
  number integer NOT NULL,
  state text NOT NULL,
  valid_from date,
  valid_until date,
  content jsonb NOT NULL,
  -- What lists and the search show of the content.
  card jsonb NOT NULL,
  note text NOT NULL,
  returned_reason text NOT NULL,
  withdrawn_reason text NOT NULL,
  created_by text NOT NULL,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL,
  saved_by text NOT NULL,
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL,
  published_by text,
  published_by_name text,
  published_at timestamptz,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, edition_id),
  FOREIGN KEY (centre_id, matter_id) REFERENCES matters.matter (centre_id, matter_id),
  CONSTRAINT edition_number_unique UNIQUE (centre_id, matter_id, number),
  CONSTRAINT edition_in_force_has_days CHECK (state NOT IN ('published', 'withdrawn') OR valid_from IS NOT NULL)
);

-- One draft of a matter at a time.
CREATE UNIQUE INDEX edition_one_draft ON matters.edition (centre_id, matter_id)
  WHERE state IN ('draft', 'in-review');

CREATE INDEX edition_in_force ON matters.edition (centre_id, matter_id, valid_from)
  WHERE state IN ('published', 'withdrawn');

-- Counts what was published or withdrawn, so that a process sees that its search is out of date.
CREATE TABLE matters.publication_count (
  centre_id integer NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (centre_id)
);
