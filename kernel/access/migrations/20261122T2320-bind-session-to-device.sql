-- A visitor's session at a device of the centre: it counts only together with that device's key, and only
-- for the permissions named. Both are null for a session of one's own browser.
ALTER TABLE kernel.session
  ADD COLUMN device_account_id uuid,
  ADD COLUMN permits text[];
CREATE INDEX session_device ON kernel.session (centre_id, device_account_id)
  WHERE device_account_id IS NOT NULL;
