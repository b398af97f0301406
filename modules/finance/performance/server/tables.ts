export type TargetRow = {
  centre_id: number;
  target_id: string;
  code: string;
  name_zh: string;
  name_en: string;
  version: number;
  updated_at: Date;
};

/** The tables of this module, and no others. */
export type PerformanceTables = {
  'performance.target': TargetRow;
};
