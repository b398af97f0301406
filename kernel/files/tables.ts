import type { FileState } from './contract.ts';

export type StoredFileRow = {
  centre_id: number;
  file_id: string;
  hash: string;
  size_bytes: bigint;
  media_type: string;
  name: string;
  purpose: string;
  state: FileState;
  state_reason: string;
  subject_kind: string | null;
  subject_id: string | null;
  uploaded_by: string;
  uploaded_by_name: string;
  uploaded_at: Date;
  /** In which session it came; null for what the software made. */
  session_id: string | null;
};

export type FileTables = { 'kernel.stored_file': StoredFileRow };
