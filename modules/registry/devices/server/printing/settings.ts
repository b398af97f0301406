import type { Db } from '#kernel/db/types.ts';
import type { RollWidth } from '#kernel/documents/escpos/slip.ts';

import type { PrinterTransport } from '../../contract.ts';
import * as repository from '../repository-printing.ts';
import type { DeviceRow, PrinterRow } from '../tables.ts';

export interface Settings {
  /** Null when nobody said how the device prints. */
  readonly transport: PrinterTransport | null;
  readonly roll: RollWidth;
  readonly host: string;
  readonly port: number;
}

export const rollOf = (row: PrinterRow): RollWidth => (row.roll_mm === 58 ? 58 : 80);

/** How a device prints. One of a demonstration that nobody set has the simulator. */
export async function findSettings(
  db: Db,
  device: Pick<DeviceRow, 'centre_id' | 'device_id' | 'is_demonstration'>,
): Promise<Settings> {
  const row = await repository.findPrinter(db, device.centre_id, device.device_id);
  if (row) return { transport: row.transport, roll: rollOf(row), host: row.host, port: row.port };
  return {
    transport: device.is_demonstration ? 'simulator' : null,
    roll: 80,
    host: '',
    port: 9100,
  };
}
