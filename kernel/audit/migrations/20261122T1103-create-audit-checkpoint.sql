-- The last entry that the sealer took, beside its transaction: one transaction can write more than a batch.
ALTER TABLE kernel.audit_head ADD COLUMN sealed_entry uuid NOT NULL;

-- Where the kept part of a chain begins after older entries were removed by the retention rule.
CREATE TABLE kernel.audit_checkpoint (
  centre_id integer NOT NULL,
  chain smallint NOT NULL,
  seq bigint NOT NULL,
  hash text NOT NULL,
  pruned_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, chain)
);
