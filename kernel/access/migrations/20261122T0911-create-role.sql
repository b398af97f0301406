-- A role is data: a set of permissions, each `module.act`, with `@centre` or `@own` where it does not
-- follow the scope of the grant.
CREATE TABLE kernel.role (
  centre_id integer NOT NULL,
  role text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  permissions text[] NOT NULL,
  demands_second_factor boolean NOT NULL,
  administrator text CHECK (administrator IN ('system', 'security', 'audit')),
  implied_for text CHECK (implied_for IN ('staff', 'citizen', 'device')),
  is_edited boolean NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT role_pkey PRIMARY KEY (centre_id, role)
);

CREATE TABLE kernel.role_grant (
  centre_id integer NOT NULL,
  grant_id uuid NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL,
  scope_level text NOT NULL CHECK (scope_level IN ('centre', 'site', 'department', 'window', 'own')),
  scope_id text NOT NULL DEFAULT '',
  valid_from timestamptz NOT NULL,
  valid_until timestamptz,
  reason text NOT NULL,
  granted_by text NOT NULL,
  granted_by_name text NOT NULL,
  granted_at timestamptz NOT NULL,
  confirmed_by text,
  state text NOT NULL CHECK (state IN ('active', 'awaiting-confirmation')),
  PRIMARY KEY (centre_id, grant_id),
  CONSTRAINT role_grant_unique UNIQUE (centre_id, account_id, role, scope_level, scope_id),
  FOREIGN KEY (centre_id, account_id) REFERENCES kernel.account (centre_id, account_id),
  FOREIGN KEY (centre_id, role) REFERENCES kernel.role (centre_id, role)
);
CREATE INDEX role_grant_role ON kernel.role_grant (centre_id, role, state);
