-- Why a place or body is no longer in use: people who come to it are told.
ALTER TABLE organisation.office ADD COLUMN closed_reason text NOT NULL DEFAULT '';
ALTER TABLE organisation.site ADD COLUMN closed_reason text NOT NULL DEFAULT '';
ALTER TABLE organisation.department ADD COLUMN closed_reason text NOT NULL DEFAULT '';
ALTER TABLE organisation.zone ADD COLUMN closed_reason text NOT NULL DEFAULT '';
ALTER TABLE organisation.service_window ADD COLUMN closed_reason text NOT NULL DEFAULT '';
