-- A centre is the tenant: every row that belongs to one carries its number first in the key.
CREATE TABLE kernel.centre (
  centre_id integer PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  zone text NOT NULL DEFAULT 'Asia/Shanghai',
  hosts text[] NOT NULL DEFAULT '{}',
  details jsonb NOT NULL DEFAULT '{}',
  is_demonstration boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);
