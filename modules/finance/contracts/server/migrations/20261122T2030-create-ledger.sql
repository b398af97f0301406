-- A line of the budget in execution: its current figures, which movements alone change.
CREATE TABLE contracts.line (
  centre_id integer NOT NULL,
  line_id uuid NOT NULL,
  year integer NOT NULL,
  line_key text NOT NULL,
  project_code text NOT NULL,
  project_name text NOT NULL,
  part text NOT NULL,
  func_code text NOT NULL,
  econ_code text NOT NULL,
  paper text NOT NULL,
  approved_fen bigint NOT NULL,
  adjusted_fen bigint NOT NULL,
  available_fen bigint NOT NULL,
  reserved_fen bigint NOT NULL,
  committed_fen bigint NOT NULL,
  due_fen bigint NOT NULL,
  paid_fen bigint NOT NULL,
  is_demonstration boolean NOT NULL,
  PRIMARY KEY (centre_id, line_id),
  CONSTRAINT line_key_unique UNIQUE (centre_id, year, line_key),
  CONSTRAINT line_available_not_negative CHECK (available_fen >= 0),
  CONSTRAINT line_reserved_not_negative CHECK (reserved_fen >= 0),
  CONSTRAINT line_committed_not_negative CHECK (committed_fen >= 0),
  CONSTRAINT line_due_not_negative CHECK (due_fen >= 0),
  CONSTRAINT line_paid_not_negative CHECK (paid_fen >= 0),
  CONSTRAINT line_balanced CHECK (
    approved_fen + adjusted_fen
      = available_fen + reserved_fen + committed_fen + due_fen + paid_fen
  )
);

-- The ledger: rows are added and never changed. One row has both legs, so the legs sum to zero.
CREATE TABLE contracts.movement (
  centre_id integer NOT NULL,
  movement_id uuid NOT NULL,
  serial integer NOT NULL,
  day date NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  is_reversal boolean NOT NULL,
  reverses_id uuid,
  from_line_id uuid NOT NULL,
  from_side text NOT NULL,
  to_line_id uuid NOT NULL,
  to_side text NOT NULL,
  amount_fen bigint NOT NULL,
  by_id text NOT NULL,
  by_name text NOT NULL,
  document_id uuid,
  contract_id uuid,
  item_id uuid,
  settlement_id uuid,
  payment_id uuid,
  cause text NOT NULL,
  PRIMARY KEY (centre_id, movement_id),
  CONSTRAINT movement_serial_unique UNIQUE (centre_id, serial),
  -- What was reversed once is not reversed again.
  CONSTRAINT movement_reversed_once UNIQUE (centre_id, reverses_id),
  CONSTRAINT movement_above_zero CHECK (amount_fen > 0),
  CONSTRAINT movement_sides CHECK (
    from_side IN ('grant', 'available', 'reserved', 'committed', 'due', 'paid')
    AND to_side IN ('grant', 'available', 'reserved', 'committed', 'due', 'paid')
    AND (from_side <> to_side OR from_line_id <> to_line_id)
  ),
  CONSTRAINT movement_reversal CHECK (is_reversal = (reverses_id IS NOT NULL)),
  FOREIGN KEY (centre_id, from_line_id) REFERENCES contracts.line (centre_id, line_id),
  FOREIGN KEY (centre_id, to_line_id) REFERENCES contracts.line (centre_id, line_id)
);
CREATE INDEX movement_from ON contracts.movement (centre_id, from_line_id, day);
CREATE INDEX movement_to ON contracts.movement (centre_id, to_line_id, day);
CREATE INDEX movement_document ON contracts.movement (centre_id, document_id);
CREATE INDEX movement_contract ON contracts.movement (centre_id, contract_id);

-- What is asked for: made, checked and approved by three people.
CREATE TABLE contracts.document (
  centre_id integer NOT NULL,
  document_id uuid NOT NULL,
  number text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  title text NOT NULL,
  amount_fen bigint NOT NULL,
  body jsonb NOT NULL,
  reason text NOT NULL,
  return_reason text NOT NULL,
  contract_id uuid,
  -- The thing that its approval made: an item, a contract, a settlement, a payment.
  made_id uuid,
  maker_id text NOT NULL,
  maker_name text NOT NULL,
  made_at timestamptz NOT NULL,
  checker_id text,
  checker_name text,
  checked_at timestamptz,
  approver_id text,
  approver_name text,
  approved_at timestamptz,
  is_reversed boolean NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, document_id),
  CONSTRAINT document_number_unique UNIQUE (centre_id, number),
  CONSTRAINT document_three_people CHECK (
    checker_id <> maker_id AND approver_id <> maker_id AND approver_id <> checker_id
  ),
  CONSTRAINT document_approved CHECK (
    state <> 'approved' OR (checker_id IS NOT NULL AND approver_id IS NOT NULL)
  )
);
CREATE INDEX document_list ON contracts.document (centre_id, made_at, document_id);
CREATE INDEX document_state ON contracts.document (centre_id, state, kind);
CREATE INDEX document_contract ON contracts.document (centre_id, contract_id);

-- Rules of procurement and payment of a year.
CREATE TABLE contracts.year_rules (
  centre_id integer NOT NULL,
  year integer NOT NULL,
  rules jsonb NOT NULL,
  PRIMARY KEY (centre_id, year)
);

CREATE TABLE contracts.item (
  centre_id integer NOT NULL,
  item_id uuid NOT NULL,
  line_id uuid NOT NULL,
  year integer NOT NULL,
  number text NOT NULL,
  name text NOT NULL,
  category text NOT NULL,
  catalogue_code text NOT NULL,
  method text NOT NULL,
  amount_fen bigint NOT NULL,
  awarded_fen bigint NOT NULL,
  -- Of its amount, what is still kept on the line: neither contracted nor given back.
  reserved_fen bigint NOT NULL,
  sme_fen bigint NOT NULL,
  small_micro_fen bigint NOT NULL,
  intent_on date,
  reserved_on date NOT NULL,
  is_reversed boolean NOT NULL,
  is_demonstration boolean NOT NULL,
  PRIMARY KEY (centre_id, item_id),
  CONSTRAINT item_number_unique UNIQUE (centre_id, number),
  CONSTRAINT item_award_within CHECK (awarded_fen BETWEEN 0 AND amount_fen),
  CONSTRAINT item_reserved_within CHECK (reserved_fen BETWEEN 0 AND amount_fen),
  CONSTRAINT item_set_aside CHECK (
    small_micro_fen BETWEEN 0 AND sme_fen AND sme_fen BETWEEN 0 AND amount_fen
  ),
  FOREIGN KEY (centre_id, line_id) REFERENCES contracts.line (centre_id, line_id)
);
CREATE INDEX item_year ON contracts.item (centre_id, year);

CREATE TABLE contracts.contract (
  centre_id integer NOT NULL,
  contract_id uuid NOT NULL,
  number text NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  state text NOT NULL,
  year integer NOT NULL,
  project_code text NOT NULL,
  project_name text NOT NULL,
  supplier text NOT NULL,
  credit_code text NOT NULL,
  size_class text NOT NULL,
  item_id uuid,
  award_fen bigint,
  awarded_on date,
  price_fen bigint NOT NULL,
  -- Of the price, what its settlements owe, and of that what was paid; what it gave back; what went to the next year.
  settled_fen bigint NOT NULL,
  paid_fen bigint NOT NULL,
  released_fen bigint NOT NULL,
  signed_on date NOT NULL,
  serves_from date,
  serves_until date,
  payment_days integer NOT NULL,
  publish_by date NOT NULL,
  published_on date,
  published_at text NOT NULL,
  meter_unit text,
  meter_event text,
  meter_price_fen bigint,
  search text NOT NULL,
  is_demonstration boolean NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, contract_id),
  CONSTRAINT contract_number_unique UNIQUE (centre_id, number),
  CONSTRAINT contract_within_award CHECK (award_fen IS NULL OR price_fen <= award_fen),
  CONSTRAINT contract_settled_within CHECK (settled_fen >= 0 AND settled_fen + released_fen <= price_fen),
  CONSTRAINT contract_paid_within CHECK (paid_fen BETWEEN 0 AND settled_fen),
  CONSTRAINT contract_released CHECK (released_fen >= 0),
  CONSTRAINT contract_metered CHECK ((type = 'metered') = (meter_price_fen IS NOT NULL)),
  FOREIGN KEY (centre_id, item_id) REFERENCES contracts.item (centre_id, item_id)
);
CREATE INDEX contract_year ON contracts.contract (centre_id, year, project_code);

-- Which lines pay a contract, and what each still owes to it.
CREATE TABLE contracts.share (
  centre_id integer NOT NULL,
  contract_id uuid NOT NULL,
  position integer NOT NULL,
  line_id uuid NOT NULL,
  amount_fen bigint NOT NULL,
  settled_fen bigint NOT NULL,
  released_fen bigint NOT NULL,
  PRIMARY KEY (centre_id, contract_id, position),
  CONSTRAINT share_within CHECK (
    settled_fen >= 0 AND released_fen >= 0 AND settled_fen + released_fen <= amount_fen
  ),
  FOREIGN KEY (centre_id, contract_id) REFERENCES contracts.contract (centre_id, contract_id),
  FOREIGN KEY (centre_id, line_id) REFERENCES contracts.line (centre_id, line_id)
);
CREATE INDEX share_line ON contracts.share (centre_id, line_id);

CREATE TABLE contracts.instalment (
  centre_id integer NOT NULL,
  contract_id uuid NOT NULL,
  seq integer NOT NULL,
  label text NOT NULL,
  percent text NOT NULL,
  amount_fen bigint NOT NULL,
  trigger_on text NOT NULL,
  trigger_months integer,
  PRIMARY KEY (centre_id, contract_id, seq),
  CONSTRAINT instalment_months CHECK ((trigger_on = 'months-served') = (trigger_months IS NOT NULL)),
  FOREIGN KEY (centre_id, contract_id) REFERENCES contracts.contract (centre_id, contract_id)
);

-- Dated facts that instalments wait for, each once.
CREATE TABLE contracts.contract_event (
  centre_id integer NOT NULL,
  contract_id uuid NOT NULL,
  kind text NOT NULL,
  event_id uuid NOT NULL,
  day date NOT NULL,
  evidence text NOT NULL,
  file_id uuid,
  file_name text NOT NULL,
  by_id text NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, contract_id, kind),
  FOREIGN KEY (centre_id, contract_id) REFERENCES contracts.contract (centre_id, contract_id)
);

CREATE TABLE contracts.settlement (
  centre_id integer NOT NULL,
  settlement_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  seq integer NOT NULL,
  instalment_seq integer,
  what text NOT NULL,
  amount_fen bigint NOT NULL,
  paid_fen bigint NOT NULL,
  quantity integer,
  from_on date,
  until_on date,
  confirmed_on date NOT NULL,
  due_on date NOT NULL,
  invoice_number text NOT NULL,
  invoiced_on date,
  is_reversed boolean NOT NULL,
  PRIMARY KEY (centre_id, settlement_id),
  CONSTRAINT settlement_seq_unique UNIQUE (centre_id, contract_id, seq),
  CONSTRAINT settlement_paid_within CHECK (amount_fen > 0 AND paid_fen BETWEEN 0 AND amount_fen),
  FOREIGN KEY (centre_id, contract_id) REFERENCES contracts.contract (centre_id, contract_id)
);
-- An instalment is settled once.
CREATE UNIQUE INDEX settlement_instalment_once ON contracts.settlement (centre_id, contract_id, instalment_seq)
  WHERE instalment_seq IS NOT NULL AND NOT is_reversed;
CREATE INDEX settlement_due ON contracts.settlement (centre_id, due_on) WHERE NOT is_reversed;

CREATE TABLE contracts.payment (
  centre_id integer NOT NULL,
  payment_id uuid NOT NULL,
  settlement_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  amount_fen bigint NOT NULL,
  paid_on date NOT NULL,
  voucher text NOT NULL,
  by_name text NOT NULL,
  is_reversed boolean NOT NULL,
  PRIMARY KEY (centre_id, payment_id),
  CONSTRAINT payment_above_zero CHECK (amount_fen > 0),
  FOREIGN KEY (centre_id, settlement_id) REFERENCES contracts.settlement (centre_id, settlement_id)
);
CREATE INDEX payment_settlement ON contracts.payment (centre_id, settlement_id);

-- Operational events that metered contracts pay for. An event has one settlement or none.
CREATE TABLE contracts.counted_event (
  centre_id integer NOT NULL,
  event_type text NOT NULL,
  event_key text NOT NULL,
  day date NOT NULL,
  quantity integer NOT NULL,
  settlement_id uuid,
  PRIMARY KEY (centre_id, event_type, event_key),
  CONSTRAINT counted_quantity CHECK (quantity > 0),
  FOREIGN KEY (centre_id, settlement_id) REFERENCES contracts.settlement (centre_id, settlement_id)
);
CREATE INDEX counted_open ON contracts.counted_event (centre_id, event_type, day);
CREATE INDEX counted_settlement ON contracts.counted_event (centre_id, settlement_id);
