-- Notices on days off that the centre entered itself; a year here goes before the one that ships with the software.
CREATE TABLE kernel.calendar_year (
  centre_id integer NOT NULL,
  year integer NOT NULL,
  title text NOT NULL,
  notice_number text NOT NULL,
  issued_on date NOT NULL,
  holidays jsonb NOT NULL,
  make_up_days jsonb NOT NULL,
  version integer NOT NULL,
  changed_by text NOT NULL,
  changed_by_name text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, year)
);
