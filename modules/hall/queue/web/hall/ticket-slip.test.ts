import { describe, expect, it } from 'vitest';

import { encodeSlip } from '#kernel/documents/escpos/encode-slip.ts';
import { readEscPos } from '#kernel/documents/escpos/read-escpos.ts';

import type { TicketSlip } from '../../contract.ts';
import { toTicketSlip } from './ticket-slip.ts';

const TICKET: TicketSlip = {
  ticketId: '0193b7a0-0000-7000-8000-000000000001',
  number: 'A012',
  day: '2026-11-23',
  issuedAt: '2026-11-23T01:05:30.000Z',
  siteNameZh: '某区行政服务中心',
  siteNameEn: 'Service Centre',
  businessNameZh: '企业登记',
  businessNameEn: 'Business registration',
  zoneNameZh: '企业开办服务区',
  zoneNameEn: 'Business area',
  floor: 1,
  windowNumbers: [5, 6, 7],
  lane: 'normal',
  waitingAhead: 4,
  forecastMinutes: 11.6,
  link: '/t/abcdefghijklmnopqrst',
  isNearClosing: false,
  isReprint: false,
};

const read = (ticket: TicketSlip, roll: 58 | 80) =>
  readEscPos(encodeSlip(toTicketSlip(ticket, 'https://centre.example'), roll));

describe('the paper of a ticket', () => {
  it('says number, people before, time of the centre, windows and the two rules, on either roll', () => {
    for (const roll of [58, 80] as const) {
      const text = read(TICKET, roll)
        .flatMap((step) => (step.kind === 'line' ? [step.text] : []))
        .join('');
      for (const part of [
        'A012',
        '4 人',
        '约 12 分钟',
        '2026-11-23 09:05',
        '5、6、7',
        '企业开办服务区',
      ])
        expect(text).toContain(part);
      expect(text).toContain('叫号三次未到，本单作废');
    }
  });

  it('carries the way to the phone page as a code', () => {
    expect(read(TICKET, 58).find((step) => step.kind === 'qr')).toMatchObject({
      text: 'https://centre.example/t/abcdefghijklmnopqrst',
    });
  });

  it('warns when the turn may not come before closing', () => {
    const text = JSON.stringify(read({ ...TICKET, isNearClosing: true }, 80));
    expect(text).toContain('临近下班');
  });
});
