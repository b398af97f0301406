-- Faults of the sheet itself, found while it was read: it can not be imported, whatever the rows that could be read would change.
ALTER TABLE kernel.import_preview ADD COLUMN sheet_faults integer NOT NULL DEFAULT 0;
