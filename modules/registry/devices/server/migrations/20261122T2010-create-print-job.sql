-- How a device prints.
CREATE TABLE devices.printer (
  centre_id integer NOT NULL,
  device_id uuid NOT NULL,
  transport text NOT NULL,
  roll_mm integer NOT NULL,
  host text NOT NULL,
  port integer NOT NULL,
  PRIMARY KEY (centre_id, device_id),
  FOREIGN KEY (centre_id, device_id) REFERENCES devices.device (centre_id, device_id)
);

-- One row a slip, so that no slip is printed twice. What stood on it is not kept, only its hash.
CREATE TABLE devices.print_job (
  centre_id integer NOT NULL,
  job_id uuid NOT NULL,
  device_id uuid NOT NULL,
  title text NOT NULL,
  slip_hash text NOT NULL,
  state text NOT NULL,
  trouble text,
  attempts integer NOT NULL,
  reprint_of uuid,
  requested_at timestamptz NOT NULL,
  settled_at timestamptz,
  PRIMARY KEY (centre_id, job_id),
  FOREIGN KEY (centre_id, device_id) REFERENCES devices.device (centre_id, device_id)
);
CREATE INDEX print_job_by_device ON devices.print_job (centre_id, device_id, requested_at DESC);
