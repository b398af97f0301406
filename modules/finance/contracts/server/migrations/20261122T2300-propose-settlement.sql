-- The invoice of a settlement, as it was uploaded.
ALTER TABLE contracts.settlement
  ADD COLUMN invoice_file_id uuid,
  ADD COLUMN invoice_file_name text NOT NULL DEFAULT '';

-- Events that a settlement asks for, until it is approved, returned or withdrawn: nothing is asked for twice.
ALTER TABLE contracts.counted_event ADD COLUMN proposal_id uuid;
CREATE INDEX counted_proposal ON contracts.counted_event (centre_id, proposal_id) WHERE proposal_id IS NOT NULL;
CREATE INDEX contract_meter ON contracts.contract (centre_id, meter_event) WHERE meter_event IS NOT NULL;

-- Settlements that were asked for before name neither.
UPDATE contracts.document
  SET body = '{"invoiceFileId": null, "proposalId": null}'::jsonb || body
  WHERE kind = 'settlement';
