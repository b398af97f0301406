export type AuditEntryRow = {
  centre_id: number;
  entry_id: string;
  chain: number;
  at: Date;
  actor_kind: string;
  actor_id: string;
  actor_name: string;
  act: string;
  subject_kind: string;
  subject_id: string;
  request_id: string | null;
  address: string | null;
  body: string;
};

export type AuditTables = { 'kernel.audit_entry': AuditEntryRow };
