import { formatDay, To, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { categoryWords, type Document, type DocumentBody, methodWords } from '../../contract.ts';
import { messages } from '../messages.ts';
import type { FactRow } from '../parts/FactTable.tsx';
import { Yuan } from '../parts/Yuan.tsx';
import { words } from './making/messages.ts';

type Of<K extends DocumentBody['kind']> = Extract<DocumentBody, { kind: K }>;

/** What a document asks for, name by name. */
export function useBodyFacts({ body, lines, contractId, amount }: Document): readonly FactRow[] {
  const t = useWords(messages);
  const w = useWords(words);
  const { language } = useLanguage();
  const lineOf = (id: string) => lines.find((line) => line.id === id)?.name ?? '';
  const day = (on: string | null) => (on === null ? t('none') : formatDay(on, language));
  const money = (yuan: string) => <Yuan amount={yuan} />;
  const contract: FactRow[] =
    contractId === null
      ? []
      : [
          [
            w('contract'),
            <To key="contract" to={`/contracts/contracts/${contractId}`}>
              {t('openContract')}
            </To>,
          ],
        ];

  const ofContract = (of: Of<'contract'>): FactRow[] => [
    [w('contractNumber'), of.number],
    [t('name'), of.name],
    [t('type'), t(`type.${of.type}`)],
    [
      t('supplier'),
      `${of.supplier.name} ${of.supplier.creditCode} ${w(`size.${of.supplier.size}`)}`,
    ],
    [t('price'), money(of.price)],
    ...(of.award === null ? [] : ([[w('award'), money(of.award)]] satisfies FactRow[])),
    [t('signedOn'), day(of.signedOn)],
    [t('serves'), `${day(of.servesFrom)} – ${day(of.servesUntil)}`],
    ...of.shares.map((share): FactRow => [lineOf(share.lineId), money(share.amount)]),
    ...of.instalments.map((one, at): FactRow => [
      `${at + 1} ${one.label}`,
      `${one.percent}% · ${w(`trigger.${one.trigger.on}`)}${'months' in one.trigger ? ` ${one.trigger.months}` : ''}`,
    ]),
    ...(of.meter === null
      ? []
      : ([
          [w('unitPrice'), `${of.meter.unitPrice} / ${of.meter.unit} (${of.meter.eventType})`],
        ] satisfies FactRow[])),
  ];
  const ofSettlement = (of: Of<'settlement'>): FactRow[] => [
    ...contract,
    ...(of.instalment === null ? [] : ([[t('instalment'), of.instalment]] satisfies FactRow[])),
    ...(of.untilOn === null ? [] : ([[w('untilOn'), day(of.untilOn)]] satisfies FactRow[])),
    [w('what'), of.what === '' ? t('none') : of.what],
    [w('confirmedOn'), day(of.confirmedOn)],
    [
      t('invoice'),
      of.invoiceNumber === '' ? t('none') : `${of.invoiceNumber} ${day(of.invoicedOn)}`,
    ],
  ];

  const rows = (): FactRow[] => {
    switch (body.kind) {
      case 'adjustment':
        return [
          [w('line'), lineOf(body.lineId)],
          [w('paper'), body.paper],
        ];
      case 'transfer':
        return [
          [w('fromLine'), lineOf(body.fromLineId)],
          [w('toLine'), lineOf(body.toLineId)],
          [w('paper'), body.paper],
        ];
      case 'reservation':
        return [
          [w('line'), lineOf(body.lineId)],
          [w('itemName'), body.name],
          [t('category'), categoryWords[body.category][t.language]],
          [w('method'), methodWords[body.method][t.language]],
          [t('sme'), money(body.sme)],
          [t('smallMicro'), money(body.smallMicro)],
          [w('intentOn'), day(body.intentOn)],
        ];
      case 'contract':
        return ofContract(body);
      case 'settlement':
        return ofSettlement(body);
      case 'payment':
        return [...contract, [w('paidOn'), day(body.paidOn)], [w('voucher'), body.voucher]];
      case 'closure':
      case 'carry-over':
        return contract;
      case 'reversal':
        return [
          ...contract,
          [
            t('reversed'),
            <To key="document" to={`/contracts/documents/${body.documentId}`}>
              {t('openDocument')}
            </To>,
          ],
        ];
    }
  };
  return [[t('amount'), money(amount)], ...rows()];
}
