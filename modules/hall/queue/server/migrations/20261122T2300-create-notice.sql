-- Texts on the calling displays of a site, or of one zone.
CREATE TABLE queue.notice (
  centre_id integer NOT NULL,
  notice_id uuid NOT NULL,
  site_id uuid NOT NULL,
  zone_id uuid,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  is_urgent boolean NOT NULL,
  shown_from timestamptz NOT NULL,
  shown_until timestamptz NOT NULL,
  daily_from text,
  daily_until text,
  by_name text NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (centre_id, notice_id)
);
CREATE INDEX notice_of_site ON queue.notice (centre_id, site_id, shown_until);
