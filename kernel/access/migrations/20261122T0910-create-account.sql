-- Somebody or something that can sign in. `subject` names whom it stands for in the module that keeps
-- them; a citizen's display_name is masked, because the full name belongs to the register of parties.
CREATE TABLE kernel.account (
  centre_id integer NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('staff', 'citizen', 'device')),
  login_name text,
  display_name text NOT NULL,
  subject text,
  status text NOT NULL CHECK (status IN ('active', 'disabled')),
  password_hash text,
  password_changed_at timestamptz,
  must_change_password boolean NOT NULL,
  demands_second_factor boolean NOT NULL,
  locale text NOT NULL,
  elder_mode boolean NOT NULL,
  assurance smallint,
  last_sign_in_at timestamptz,
  is_demonstration boolean NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, account_id),
  CONSTRAINT account_login_name_unique UNIQUE (centre_id, login_name),
  CONSTRAINT account_subject_unique UNIQUE (centre_id, kind, subject)
);
CREATE INDEX account_list ON kernel.account (centre_id, kind, display_name, account_id);

-- The passwords used before, so that the last few are not used again.
CREATE TABLE kernel.password_history (
  centre_id integer NOT NULL,
  account_id uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  password_hash text NOT NULL,
  PRIMARY KEY (centre_id, account_id, changed_at),
  FOREIGN KEY (centre_id, account_id) REFERENCES kernel.account (centre_id, account_id)
);

-- Failures in a row under one name or for one second factor. The key is a keyed hash and exists for
-- unknown names too, so that a lock does not tell which names exist.
CREATE TABLE kernel.sign_in_guard (
  centre_id integer NOT NULL,
  guard_key text NOT NULL,
  failures integer NOT NULL,
  locked_until timestamptz,
  last_attempt_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, guard_key)
);
CREATE INDEX sign_in_guard_age ON kernel.sign_in_guard (centre_id, last_attempt_at);

CREATE TABLE kernel.access_setting (
  centre_id integer NOT NULL,
  settings jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id)
);
