import { Slip } from '#kernel/documents/escpos/slip.ts';
import { sayIn } from '#web/kit/words.ts';

import type { TicketSlip } from '../../contract.ts';
import { messages } from './messages.ts';

/** A minute of the centre's own time, `2026-11-22 09:05`. */
function toWallTime(iso: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  });
  return parts.format(new Date(iso));
}

/**
 * The paper of a ticket, Chinese with the English that a visitor needs. `origin` is the address of the centre,
 * put before the link of the phone page.
 */
export function toTicketSlip(ticket: TicketSlip, origin: string): Slip {
  const zh = sayIn(messages, 'zh-CN');
  const en = sayIn(messages, 'en');
  const both = (key: 'paperAhead' | 'paperWait' | 'paperArea' | 'paperWindows' | 'paperTaken') =>
    `${zh(key)} ${en(key)}`;
  const windows = ticket.windowNumbers.join('、');
  const minutes = Math.round(ticket.forecastMinutes);
  const area = `${zh('paperFloor', { floor: ticket.floor })} ${ticket.zoneNameZh}`;
  return Slip.parse({
    blocks: [
      { kind: 'text', text: ticket.siteNameZh, align: 'centre', bold: true },
      { kind: 'text', text: ticket.businessNameZh, align: 'centre' },
      { kind: 'text', text: ticket.businessNameEn, align: 'centre' },
      { kind: 'feed', lines: 1 },
      { kind: 'text', text: ticket.number, align: 'centre', size: 4, bold: true },
      { kind: 'feed', lines: 1 },
      {
        kind: 'pair',
        left: both('paperAhead'),
        right: zh('paperPeople', { count: ticket.waitingAhead }),
      },
      { kind: 'pair', left: both('paperWait'), right: zh('paperMinutes', { count: minutes }) },
      { kind: 'pair', left: both('paperArea'), right: area },
      ...(windows === '' ? [] : [{ kind: 'pair', left: both('paperWindows'), right: windows }]),
      { kind: 'pair', left: both('paperTaken'), right: toWallTime(ticket.issuedAt) },
      { kind: 'rule' },
      { kind: 'qr', text: origin + ticket.link, module: 6 },
      { kind: 'text', text: zh('paperScan'), align: 'centre' },
      { kind: 'text', text: en('paperScan'), align: 'centre' },
      { kind: 'rule' },
      ...(ticket.isNearClosing
        ? [
            { kind: 'text', text: zh('paperClosing'), bold: true },
            { kind: 'text', text: en('paperClosing') },
          ]
        : []),
      { kind: 'text', text: zh('paperRules') },
      { kind: 'text', text: en('paperRules') },
    ],
  });
}
