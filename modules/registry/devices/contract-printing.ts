import { z } from 'zod';

import { printerTroubles } from '#kernel/documents/escpos/printer-status.ts';
import { RollWidth, Slip } from '#kernel/documents/escpos/slip.ts';
import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, Instant } from '#kernel/http/shapes.ts';

import { permissions } from './contract-permissions.ts';
import { problems } from './contract-problems.ts';

/**
 * How the bytes reach the paper: `network`, the server sends them to a printer of the house (TCP, port 9100);
 * `usb`, the device's browser does (WebUSB); `agent`, a program on the device does, by the protocol of
 * docs/how-to/print-agent.md; `simulator`, nothing is printed and the paper is drawn on the screen.
 */
export const PrinterTransport = z.enum(['network', 'usb', 'agent', 'simulator']);
export type PrinterTransport = z.infer<typeof PrinterTransport>;

export const PrinterSettings = z.object({
  transport: PrinterTransport,
  roll: RollWidth,
  /** Name or address of a network printer; empty for the others. */
  host: z.string().trim().max(253).default(''),
  port: z.number().int().min(1).max(65_535).default(9100),
});
export type PrinterSettings = z.infer<typeof PrinterSettings>;

export const PrinterTrouble = z.enum([...printerTroubles, 'no-printer']);
export type PrinterTrouble = z.infer<typeof PrinterTrouble>;

/**
 * 待打印 never left here; 打印中 the bytes are on their way; 已打印 acknowledged; 未打印 certainly nothing came out;
 * 不明 nobody knows, so it is never sent again by itself.
 */
export const PrintState = z.enum(['sending', 'printed', 'failed', 'unknown']);
export type PrintState = z.infer<typeof PrintState>;

export const PrintRequest = z.object({
  /** Made by whoever wants the slip: the same id prints at most once, however often it is sent. */
  jobId: Id,
  title: z.string().trim().min(1).max(80),
  slip: Slip,
  /** A second copy of an earlier job, asked for by a person; the slip says that it is one. */
  reprintOf: Id.nullable().default(null),
});
export type PrintRequest = z.infer<typeof PrintRequest>;

export const PrintAnswer = z.object({
  jobId: Id,
  state: PrintState,
  trouble: PrinterTrouble.nullable(),
  transport: PrinterTransport.nullable(),
  roll: RollWidth,
  /** Base64; what the device itself has to print and to report. Given out once. */
  bytes: z.string().nullable(),
});
export type PrintAnswer = z.infer<typeof PrintAnswer>;

export const PrintOutcome = z.object({
  state: z.enum(['printed', 'failed', 'unknown']),
  trouble: PrinterTrouble.nullable().default(null),
});
export type PrintOutcome = z.infer<typeof PrintOutcome>;

export const PrintJob = z.object({
  jobId: Id,
  title: z.string(),
  state: PrintState,
  trouble: PrinterTrouble.nullable(),
  attempts: z.number().int(),
  reprintOf: Id.nullable(),
  requestedAt: Instant,
  settledAt: Instant.nullable(),
});
export type PrintJob = z.infer<typeof PrintJob>;

const OwnPrinter = z.object({
  transport: PrinterTransport.nullable(),
  roll: RollWidth,
  trouble: PrinterTrouble.nullable(),
});

/** Printing: what devices call, and what the keeper of the register sets and sees. */
export const printingRoutes = {
  print: route({
    name: 'devices.print',
    method: 'POST',
    path: '/api/v1/device/print-jobs',
    summary: 'Print a slip once; a repeat of the same job only tells how it stands',
    admission: permissions.serve,
    body: PrintRequest,
    response: PrintAnswer,
    crossSite: true,
    problems: [problems.notADevice, problems.otherSlip],
  }),
  reportPrint: route({
    name: 'devices.reportPrint',
    method: 'POST',
    path: '/api/v1/device/print-jobs/:id/outcome',
    summary: 'What came of a slip that the device printed itself; the first word holds',
    admission: permissions.serve,
    params: IdParams,
    body: PrintOutcome,
    response: PrintAnswer,
    crossSite: true,
    problems: [problems.notADevice],
  }),
  checkOwnPrinter: route({
    name: 'devices.checkOwnPrinter',
    method: 'GET',
    path: '/api/v1/device/printer',
    summary: 'How the device prints and, for a network printer, how it is now',
    admission: permissions.serve,
    response: OwnPrinter,
    problems: [problems.notADevice],
  }),
  getPrinter: route({
    name: 'devices.getPrinter',
    method: 'GET',
    path: '/api/v1/devices/:id/printer',
    summary: 'How a device prints, and its last fifty slips',
    admission: permissions.view,
    params: IdParams,
    response: z.object({ settings: PrinterSettings.nullable(), jobs: z.array(PrintJob) }),
  }),
  savePrinter: route({
    name: 'devices.savePrinter',
    method: 'PUT',
    path: '/api/v1/devices/:id/printer',
    summary: 'Say how a device prints',
    admission: permissions.manage,
    params: IdParams,
    body: PrinterSettings,
    response: PrinterSettings,
    idempotency: 'optional',
    problems: [problems.printerWithoutAddress],
  }),
} as const;
