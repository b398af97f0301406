import type { DocumentBody } from '../../contract.ts';
import { toFen } from '../../contract.ts';
import { nameOfLine } from '../figures.ts';
import { openLedger } from '../ledger.ts';
import type { Effect, EffectContext } from './effect.ts';

type Of<K extends DocumentBody['kind']> = Extract<DocumentBody, { kind: K }>;

/** 调整: raises or lowers what a line may spend. */
export async function adjust(context: EffectContext, body: Of<'adjustment'>): Promise<Effect> {
  const { deps, tx, actor, today: day, documentId } = context;
  const ledger = await openLedger(deps, tx, actor, [body.lineId]);
  const line = ledger.line(body.lineId);
  const signed = toFen(body.amount);
  const grant = { lineId: body.lineId, side: 'grant' } as const;
  const available = { lineId: body.lineId, side: 'available' } as const;
  const [from, to] = signed > 0n ? [grant, available] : [available, grant];
  const amountFen = signed > 0n ? signed : -signed;
  ledger.post({ kind: 'adjustment', from, to, amountFen }, { day, documentId, text: body.paper });
  await ledger.write();
  return { title: nameOfLine(line), amountFen: signed, contractId: null, madeId: null };
}

/** 调剂: from one line to another; what the unit may spend in all stays. */
export async function transfer(context: EffectContext, body: Of<'transfer'>): Promise<Effect> {
  const { deps, tx, actor, today: day, documentId } = context;
  const ledger = await openLedger(deps, tx, actor, [body.fromLineId, body.toLineId]);
  const [source, target] = [ledger.line(body.fromLineId), ledger.line(body.toLineId)];
  const amountFen = toFen(body.amount);
  ledger.post(
    {
      kind: 'transfer',
      from: { lineId: body.fromLineId, side: 'available' },
      to: { lineId: body.toLineId, side: 'available' },
      amountFen,
    },
    { day, documentId, text: body.paper },
  );
  await ledger.write();
  return {
    title: `${nameOfLine(source)} → ${nameOfLine(target)}`,
    amountFen,
    contractId: null,
    madeId: null,
  };
}
