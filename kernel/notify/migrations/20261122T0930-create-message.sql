-- One message to one recipient by one channel. The address and the text are encrypted: they hold personal data.
CREATE TABLE kernel.message (
  centre_id integer NOT NULL,
  message_id uuid NOT NULL,
  channel text NOT NULL,
  template text NOT NULL,
  account_id uuid,
  recipient_masked text NOT NULL,
  address_sealed text,
  locale text NOT NULL,
  content_sealed text NOT NULL,
  link text NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL,
  failure text NOT NULL,
  dedupe_key text NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  read_at timestamptz,
  PRIMARY KEY (centre_id, message_id),
  CONSTRAINT message_once UNIQUE (centre_id, dedupe_key)
);
CREATE INDEX message_inbox ON kernel.message (centre_id, account_id, created_at DESC, message_id DESC) WHERE channel = 'inbox';
CREATE INDEX message_outbox ON kernel.message (centre_id, created_at DESC, message_id DESC) WHERE channel <> 'inbox';
