/** What a printer says of itself. */
export interface PrinterStatus {
  readonly isOnline: boolean;
  readonly isCoverOpen: boolean;
  readonly isPaperOut: boolean;
  readonly isPaperLow: boolean;
  readonly hasError: boolean;
}

/** DLE EOT 1, 2 and 4: printer, reasons for being offline, paper. Each is answered by one byte at once. */
export const STATUS_REQUEST = Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4);
export const STATUS_BYTES = 3;

/** Reads the three answers. Throws RangeError when they are not status bytes (fixed bits 0, 1, 4 and 7). */
export function readStatus(answer: Uint8Array): PrinterStatus {
  const [printer, offline, paper] = answer;
  if (printer === undefined || offline === undefined || paper === undefined)
    throw new RangeError('A printer answers with three bytes');
  for (const byte of [printer, offline, paper])
    if ((byte & 0b1001_0011) !== 0b0001_0010) throw new RangeError('Not a printer status');
  return {
    isOnline: (printer & 0x08) === 0,
    isCoverOpen: (offline & 0x04) !== 0,
    isPaperOut: (offline & 0x20) !== 0 || (paper & 0x60) !== 0,
    isPaperLow: (paper & 0x0c) !== 0,
    hasError: (offline & 0x40) !== 0,
  };
}

/** The bytes by which a printer would say this; for printers that are played by software. */
export function writeStatus(status: PrinterStatus): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(
    0x12 | (status.isOnline ? 0 : 0x08),
    0x12 |
      (status.isCoverOpen ? 0x04 : 0) |
      (status.isPaperOut ? 0x20 : 0) |
      (status.hasError ? 0x40 : 0),
    0x12 | (status.isPaperLow ? 0x0c : 0) | (status.isPaperOut ? 0x60 : 0),
  );
}

/** Why the printer cannot print now; undefined when it can. */
export function findTrouble(status: PrinterStatus): PrinterTrouble | undefined {
  if (status.isPaperOut) return 'paper-out';
  if (status.isCoverOpen) return 'cover-open';
  if (!status.isOnline || status.hasError) return 'offline';
  return undefined;
}

/** `silent`: no answer at all, or none in time. */
export const printerTroubles = ['paper-out', 'cover-open', 'offline', 'silent'] as const;
export type PrinterTrouble = (typeof printerTroubles)[number];
