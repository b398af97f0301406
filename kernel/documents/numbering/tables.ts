export type NumberSeriesRow = {
  centre_id: number;
  series: string;
  period: string;
  last_serial: number;
};

export type VoidNumberRow = {
  centre_id: number;
  series: string;
  period: string;
  serial: number;
  shown_as: string;
  reason: string;
  voided_by: string;
  voided_by_name: string;
  voided_at: Date;
};

export type NumberingTables = {
  'kernel.number_series': NumberSeriesRow;
  'kernel.void_number': VoidNumberRow;
};
