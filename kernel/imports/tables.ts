export type ImportPreviewRow = {
  centre_id: number;
  preview_id: string;
  importer: string;
  file_name: string;
  rows: string;
  plan_digest: string;
  sheet_faults: number;
  created_by: string;
  created_at: Date;
  applied_at: Date | null;
};

export type ImportTables = { 'kernel.import_preview': ImportPreviewRow };
