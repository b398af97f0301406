-- 文书 that a case gave out. What stands on it is sealed whole; the PDF is drawn from that again when it is wanted.
CREATE TABLE cases.case_document (
  centre_id integer NOT NULL,
  document_id uuid NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL,
  number text NOT NULL,
  issued_at timestamptz NOT NULL,
  by_name text NOT NULL,
  -- Printed on the paper; anybody may ask by it whether the paper is genuine.
  code text NOT NULL,
  sealed text NOT NULL,
  -- SM3 of the canonical text of what is sealed.
  digest text NOT NULL,
  -- SM2 over the digest, made when the paper is first handed out.
  signature text,
  key_id text,
  public_key text,
  printed integer NOT NULL,
  PRIMARY KEY (centre_id, document_id),
  CONSTRAINT case_document_code_unique UNIQUE (centre_id, code)
);
CREATE INDEX case_document_case ON cases.case_document (centre_id, case_id, document_id DESC);
