import type { Actor } from '#kernel/access/contract-actor.ts';
import { isDuplicate } from '#kernel/db/errors.ts';
import type { Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { randomToken } from '#kernel/ids/token.ts';
import type { Words } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Lane,
  type NotTaking,
  type PriorityGroup,
  problems,
  type QueueSettings,
  type TicketChannel,
  type TicketSlip,
} from '../contract.ts';
import { type Around, aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { recordAct } from './events.ts';
import { type Holder, toHolderColumns } from './holder.ts';
import { type Hours, hoursOf, type Lines, readLines, toForecast, whyNotTaking } from './lines.ts';
import * as setUp from './repository-set-up.ts';
import { listServices } from './repository-windows.ts';
import * as repository from './repository.ts';
import { placeInLine, shareOf } from './rules/line.ts';
import { readSettings } from './settings.ts';
import { toSlip } from './slip.ts';
import type { BusinessRow, LineRow, TicketRow, WindowServiceRow } from './tables.ts';

/** What a ticket is made from. Whoever calls has authorised it. */
export interface Order {
  readonly businessId: string;
  readonly holder: Holder;
  readonly channel: TicketChannel;
  readonly priority?: PriorityGroup | undefined;
  readonly appointmentId?: string | undefined;
  readonly deviceId?: string | undefined;
}

interface Found {
  readonly business: BusinessRow;
  readonly around: Around;
  readonly settings: QueueSettings;
  readonly services: readonly WindowServiceRow[];
  readonly lines: Lines;
  readonly hours: Hours;
}

/** A ticket just made, with what its paper says. */
export interface Issued {
  readonly row: TicketRow;
  readonly slip: TicketSlip;
}

const WHY: Readonly<Record<NotTaking, Words>> = {
  closed: { 'zh-CN': '业务暂停', en: 'it is closed' },
  full: { 'zh-CN': '今日号已取完', en: 'today’s tickets are all taken' },
  'no-window': {
    'zh-CN': '没有窗口办理，请到咨询台',
    en: 'no window serves it; please ask at the guide desk',
  },
  'outside-hours': { 'zh-CN': '不在服务时间', en: 'it is outside the opening hours' },
};

const nameOf = ({ name_zh, name_en }: Pick<BusinessRow, 'name_zh' | 'name_en'>): Words => ({
  'zh-CN': name_zh,
  en: name_en,
});

/**
 * Makes a ticket in the caller's transaction. The line of its business is held until the end, so serials have
 * no gap and places no doubt; it is taken last. One person holds one open ticket of a business.
 */
export async function issueIn(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  order: Order,
): Promise<Issued> {
  const found = await prepare(deps, tx, actor.centreId, order);
  const { business, around, settings, lines } = found;
  const lane = laneOf(order);
  const [line, head] = await Promise.all([
    repository.lockLine(tx, actor.centreId, business.business_id, around.today),
    repository.findHead(tx, actor.centreId, business.business_id, around.today),
  ]);
  requireTaking(found, line);
  const key = placeInLine(repository.toLine(line, head), lane, shareOf(lane, settings));
  const serial = line.last_serial + 1;
  const made = toRow(deps, actor, order, { found, lane, key, serial });
  const ahead = await repository.countAhead(tx, made);
  const forecast = toForecast(lines, business, ahead, around.now);
  const row = { ...made, forecast_minutes: forecast.minutes };
  repository.insertTicket(tx, row);
  repository.keepLine(tx, line, { serial, lane, key });
  recordAct({ tx, clock: deps.clock, actor }, row, 'issued', {
    reason: order.priority ?? '',
  });
  const slip = toSlip({
    ...found,
    row,
    ahead,
    forecastMinutes: forecast.minutes,
    isReprint: false,
  });
  return { row, slip };
}

/** The refusal for a person who took a ticket at two places in one moment. */
export async function refuseSecond<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error, 'ticket_one_open'))
      throw new ProblemError(problems.alreadyWaiting, { number: '' }, { cause: error });
    throw error;
  }
}

async function prepare(
  deps: QueueDeps,
  tx: Tx,
  centreId: number,
  { businessId, holder }: Order,
): Promise<Found> {
  const around = await aroundOf(deps, tx, centreId);
  const [business, settings, services, open] = await Promise.all([
    setUp.findBusiness(tx, centreId, businessId),
    readSettings(tx, centreId),
    listServices(tx, centreId, { businessIds: [businessId] }),
    holder.keys.length === 0
      ? []
      : repository.listOpenOf(tx, centreId, {
          day: around.today,
          holderKeys: holder.keys,
          businessId,
        }),
  ]);
  if (business === undefined) throw new ProblemError(problems.unknownBusiness);
  const [held] = open;
  if (held !== undefined)
    throw new ProblemError(
      problems.alreadyWaiting,
      { number: held.number },
      { more: { ticketId: held.ticket_id } },
    );
  const [lines, hours] = await Promise.all([
    readLines(tx, centreId, {
      businessIds: [businessId],
      day: around.today,
      samples: settings.forecastSamples,
    }),
    hoursOf(deps, tx, around, business),
  ]);
  if (business.is_real_name && holder.key === null)
    throw new ProblemError(problems.identityNeeded, { business: nameOf(business) });
  return { business, around, settings, services, lines, hours };
}

function requireTaking({ business, services, hours }: Found, line: LineRow): void {
  const why = whyNotTaking(business, {
    issued: line.last_serial,
    hasWindow: services.length > 0,
    isOpen: hours.isOpen,
  });
  if (why === null) return;
  if (why === 'full') throw new ProblemError(problems.dayFull, { business: nameOf(business) });
  throw new ProblemError(problems.notTaking, { business: nameOf(business), why: WHY[why] });
}

function laneOf({ priority, appointmentId, holder }: Order): Lane {
  if ((priority ?? holder.priority) !== null && (priority ?? holder.priority) !== undefined)
    return 'priority';
  return appointmentId === undefined ? 'normal' : 'appointment';
}

const PREFIX: Readonly<Record<Lane, string>> = {
  normal: '',
  appointment: 'Y',
  priority: 'V',
  transferred: '',
  green: 'V',
};

function toRow(
  deps: QueueDeps,
  actor: Actor,
  order: Order,
  of: {
    readonly found: Found;
    readonly lane: Lane;
    readonly key: number;
    readonly serial: number;
  },
): TicketRow {
  const { business, around } = of.found;
  const ticketId = newId(deps.clock);
  return {
    centre_id: actor.centreId,
    ticket_id: ticketId,
    day: around.today,
    site_id: business.site_id,
    zone_id: business.zone_id,
    business_id: business.business_id,
    number: `${PREFIX[of.lane]}${business.letter}${String(of.serial).padStart(3, '0')}`,
    token: randomToken(16),
    state: 'waiting',
    lane: of.lane,
    priority: order.priority ?? order.holder.priority,
    channel: order.channel,
    line_key: of.key,
    issued_at: around.now,
    called_at: null,
    last_called_at: null,
    started_at: null,
    ended_at: null,
    calls: 0,
    requeues: 0,
    window_id: null,
    window_number: null,
    person_id: null,
    person_name: '',
    target_window_id: null,
    finish_kind: null,
    reason: '',
    ...toHolderColumns(deps, actor.centreId, ticketId, order.holder),
    appointment_id: order.appointmentId ?? null,
    device_id: order.deviceId ?? null,
    forecast_minutes: null,
    noticed_at: null,
    hold_until: null,
    version: 1,
  };
}
