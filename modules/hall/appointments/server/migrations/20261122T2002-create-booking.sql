CREATE SCHEMA appointments;

CREATE TABLE appointments.booking (
  centre_id integer NOT NULL,
  booking_id uuid NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, booking_id),
  CONSTRAINT booking_code_unique UNIQUE (centre_id, code)
);
