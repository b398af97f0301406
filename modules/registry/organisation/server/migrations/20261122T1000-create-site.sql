CREATE SCHEMA organisation;

CREATE TABLE organisation.site (
  centre_id integer NOT NULL,
  site_id uuid NOT NULL,
  code text NOT NULL,
  kind text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  division_code text NOT NULL,
  address text NOT NULL,
  phone text NOT NULL,
  sort_order integer NOT NULL,
  closed_on date,
  is_demonstration boolean NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, site_id),
  CONSTRAINT site_code_unique UNIQUE (centre_id, code)
);
