CREATE SCHEMA devices;

CREATE TABLE devices.device_kind (
  centre_id integer NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  family text NOT NULL,
  asset_prefix text NOT NULL,
  is_networked boolean NOT NULL,
  surface text NOT NULL,
  contract text NOT NULL,
  sort_order integer NOT NULL,
  PRIMARY KEY (centre_id, code)
);

-- The fault dictionary: what can go wrong with a kind, in the words of the maintenance contracts.
CREATE TABLE devices.fault_kind (
  centre_id integer NOT NULL,
  kind_code text NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  severity text NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (centre_id, kind_code, code),
  FOREIGN KEY (centre_id, kind_code) REFERENCES devices.device_kind (centre_id, code)
);

CREATE TABLE devices.device (
  centre_id integer NOT NULL,
  device_id uuid NOT NULL,
  asset_no text NOT NULL,
  kind_code text NOT NULL,
  brand text NOT NULL,
  model text NOT NULL,
  serial_no text NOT NULL,
  site_id uuid NOT NULL,
  zone_id uuid,
  window_id uuid,
  status text NOT NULL,
  commissioned_on date,
  warranty_until date,
  ip_address text NOT NULL,
  mac_address text NOT NULL,
  account_id uuid,
  is_demonstration boolean NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, device_id),
  CONSTRAINT device_asset_unique UNIQUE (centre_id, asset_no),
  CONSTRAINT device_account_unique UNIQUE (centre_id, account_id),
  FOREIGN KEY (centre_id, kind_code) REFERENCES devices.device_kind (centre_id, code)
);
CREATE INDEX device_by_site ON devices.device (centre_id, site_id, kind_code);

-- What a device last said of itself; apart from the register because it changes every half minute.
CREATE TABLE devices.device_state (
  centre_id integer NOT NULL,
  device_id uuid NOT NULL,
  last_seen_at timestamptz NOT NULL,
  software_version text NOT NULL,
  is_locked boolean NOT NULL,
  lock_reason text NOT NULL,
  silent_told_at timestamptz,
  self_test_at timestamptz,
  self_test_passed boolean,
  self_test jsonb NOT NULL,
  PRIMARY KEY (centre_id, device_id),
  FOREIGN KEY (centre_id, device_id) REFERENCES devices.device (centre_id, device_id)
);

CREATE TABLE devices.fault (
  centre_id integer NOT NULL,
  fault_id uuid NOT NULL,
  device_id uuid NOT NULL,
  kind_code text NOT NULL,
  code text NOT NULL,
  severity text NOT NULL,
  note text NOT NULL,
  source text NOT NULL,
  reported_by text NOT NULL,
  reported_by_name text NOT NULL,
  reported_at timestamptz NOT NULL,
  resolved_at timestamptz,
  resolved_by_name text NOT NULL,
  resolution text NOT NULL,
  PRIMARY KEY (centre_id, fault_id),
  FOREIGN KEY (centre_id, device_id) REFERENCES devices.device (centre_id, device_id)
);
CREATE INDEX fault_by_device ON devices.fault (centre_id, device_id, fault_id);
-- One open fault of a kind a device: a second report is the same fault.
CREATE UNIQUE INDEX fault_open_once ON devices.fault (centre_id, device_id, code) WHERE resolved_at IS NULL;

-- What a device was told to do; it fetches its orders with its heartbeat and answers each.
CREATE TABLE devices.device_order (
  centre_id integer NOT NULL,
  order_id uuid NOT NULL,
  device_id uuid NOT NULL,
  act text NOT NULL,
  text text NOT NULL,
  issued_by text NOT NULL,
  issued_by_name text NOT NULL,
  issued_at timestamptz NOT NULL,
  fetched_at timestamptz,
  answered_at timestamptz,
  outcome text NOT NULL,
  PRIMARY KEY (centre_id, order_id),
  FOREIGN KEY (centre_id, device_id) REFERENCES devices.device (centre_id, device_id)
);
CREATE INDEX order_by_device ON devices.device_order (centre_id, device_id, order_id);
CREATE INDEX order_waiting ON devices.device_order (centre_id, device_id) WHERE answered_at IS NULL;
