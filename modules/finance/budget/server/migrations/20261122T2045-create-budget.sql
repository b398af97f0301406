CREATE SCHEMA budget;

-- What a year brings: codes, the layout of the book, and what is known of the department.
CREATE TABLE budget.year (
  centre_id integer NOT NULL,
  year integer NOT NULL,
  template jsonb NOT NULL,
  profile jsonb,
  codes jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, year)
);

-- 项目库: a project lives over the years, its budget of a year is lines.
CREATE TABLE budget.project (
  centre_id integer NOT NULL,
  project_id text NOT NULL,
  name text NOT NULL,
  since integer NOT NULL,
  office text NOT NULL,
  implementer text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  payment_kind text NOT NULL,
  overview text NOT NULL,
  PRIMARY KEY (centre_id, project_id)
);

CREATE TABLE budget.version (
  centre_id integer NOT NULL,
  version_id uuid NOT NULL,
  year integer NOT NULL,
  stage text NOT NULL
    CHECK (stage IN ('first-proposal', 'control', 'second-proposal', 'approved', 'adjustment', 'transfer')),
  number integer NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'approved')),
  parent_id uuid,
  facts jsonb,
  control_figures jsonb NOT NULL,
  returned_for text,
  submitted_by text,
  document text,
  approved_on date,
  hash text,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, version_id),
  CONSTRAINT version_number_unique UNIQUE (centre_id, year, stage, number)
);

CREATE TABLE budget.line (
  centre_id integer NOT NULL,
  version_id uuid NOT NULL,
  line_key text NOT NULL,
  fund text NOT NULL,
  source text NOT NULL,
  kind text NOT NULL,
  function_code text NOT NULL,
  economic_code text NOT NULL,
  government_code text NOT NULL,
  project_id text NOT NULL,
  part text NOT NULL,
  fen bigint NOT NULL,
  note text NOT NULL,
  sort_order integer NOT NULL,
  PRIMARY KEY (centre_id, version_id, line_key),
  FOREIGN KEY (centre_id, version_id) REFERENCES budget.version (centre_id, version_id)
);

CREATE TABLE budget.publication (
  centre_id integer NOT NULL,
  publication_id uuid NOT NULL,
  version_id uuid NOT NULL,
  year integer NOT NULL,
  title text NOT NULL,
  unit text NOT NULL,
  -- The published text, and the same with the lineage of each figure.
  body text NOT NULL,
  book jsonb NOT NULL,
  hash text NOT NULL,
  figures integer NOT NULL,
  approved_on date,
  due_on date,
  published_by text NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, publication_id)
);

CREATE INDEX publication_by_year ON budget.publication (centre_id, year, published_at);
