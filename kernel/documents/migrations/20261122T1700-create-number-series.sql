-- The last number of a series that was taken in its period (a year, or a day). The row is locked until the taker commits.
CREATE TABLE kernel.number_series (
  centre_id integer NOT NULL,
  series text NOT NULL,
  period text NOT NULL,
  last_serial integer NOT NULL,
  PRIMARY KEY (centre_id, series, period)
);
-- Numbers that were taken and are not in use, each with its explanation.
CREATE TABLE kernel.void_number (
  centre_id integer NOT NULL,
  series text NOT NULL,
  period text NOT NULL,
  serial integer NOT NULL,
  shown_as text NOT NULL,
  reason text NOT NULL,
  voided_by text NOT NULL,
  voided_by_name text NOT NULL,
  voided_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, series, period, serial)
);
