-- How long kiosks wait for their visitors.
CREATE TABLE kiosk.setting (
  centre_id integer NOT NULL PRIMARY KEY,
  body jsonb NOT NULL,
  version integer NOT NULL
);
