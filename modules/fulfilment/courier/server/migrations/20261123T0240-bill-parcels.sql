CREATE TABLE courier.setting (
  centre_id integer NOT NULL PRIMARY KEY,
  body jsonb NOT NULL,
  version integer NOT NULL
);

-- As the window weighed or reckoned it: a bill is held against it.
ALTER TABLE courier.parcel ADD COLUMN weight_grams integer NOT NULL DEFAULT 300;
ALTER TABLE courier.parcel ADD COLUMN signed_on date;
UPDATE courier.parcel SET signed_on = ended_on WHERE state = 'signed';
CREATE INDEX parcel_signed ON courier.parcel (centre_id, signed_on) WHERE signed_on IS NOT NULL;

-- A month with a carrier (月结): what its bill claims, and how far the agreed part has come.
CREATE TABLE courier.month (
  centre_id integer NOT NULL,
  month text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'matched', 'handed-on')),
  carrier_id uuid,
  file_name text NOT NULL,
  file_hash text NOT NULL,
  billed_rows integer NOT NULL,
  contract_id uuid,
  contract_number text NOT NULL,
  contract_name text NOT NULL,
  supplier text NOT NULL,
  unit_price_fen bigint,
  document_id uuid,
  document_number text NOT NULL,
  handed_on_at timestamptz,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, month)
);

-- A line of a bill as it was sent, and what is wrong with it.
CREATE TABLE courier.bill_line (
  centre_id integer NOT NULL,
  month text NOT NULL,
  row_number integer NOT NULL,
  tracking_no text NOT NULL,
  our_number text NOT NULL,
  billed_on date,
  weight_grams integer,
  amount_fen bigint,
  -- The parcel that is paid for by this line; a parcel is paid for by one line of all months.
  parcel_id uuid,
  signed_on date,
  difference text NOT NULL,
  -- What stands in our books against it.
  held text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('agreed', 'open', 'paid-at-contract', 'dropped')),
  reason text NOT NULL,
  -- The month with whose document it was handed on.
  settled_in text,
  PRIMARY KEY (centre_id, month, row_number)
);
-- Nothing is paid twice: one line at most claims a parcel.
CREATE UNIQUE INDEX bill_line_parcel ON courier.bill_line (centre_id, parcel_id)
  WHERE verdict IN ('agreed', 'open', 'paid-at-contract') AND parcel_id IS NOT NULL;
CREATE INDEX bill_line_difference ON courier.bill_line (centre_id, month, difference, row_number);
