import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import { Page, RowTable, Section, useFilters, useGo, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { Amount } from './Amount.tsx';
import { messages } from './chain-messages.ts';

import './projects.css';

const Place = z.object({ year: z.coerce.number().int().optional() });

/** Where the chain is opened, from either end. */
export function ChainPage() {
  const t = useWords(messages);
  const [{ year: chosen }, set] = useFilters(Place);
  const asked = chosen === undefined ? {} : { year: chosen };
  const year = useCall(routes.getYear, { query: asked });
  const query = { limit: 100, sort: '-limit' as const, ...asked };
  const projects = useCall(routes.listProjects, { query });
  return (
    <Page title={t('chain')} description={t('chainHint')}>
      <FromCase />
      <Section title={t('fromCell')}>
        <p>{t('fromCellHint')}</p>
        <WithAnswer answer={year}>
          {(shown) => (
            <Select
              className="ow-chain-year"
              aria-label={t('year')}
              value={shown.year}
              options={shown.years.map((value) => ({ value, label: String(value) }))}
              onChange={(value) => set({ year: value })}
            />
          )}
        </WithAnswer>
        <WithAnswer answer={projects}>
          {({ items }) => (
            <RowTable
              label={t('fromCell')}
              rows={items}
              rowKey={(row) => row.code}
              rowTo={(row) =>
                `/chain/projects/${row.code}${chosen === undefined ? '' : `?year=${chosen}`}`
              }
              columns={[
                { key: 'code', title: t('thing'), width: '6rem', render: (row) => row.code },
                { key: 'name', title: t('project'), render: (row) => row.name },
                {
                  key: 'limit',
                  title: t('limit'),
                  align: 'end',
                  render: (row) => <Amount yuan={row.figures.limit} />,
                },
                {
                  key: 'paid',
                  title: t('paid'),
                  align: 'end',
                  render: (row) => <Amount yuan={row.figures.paid} />,
                },
              ]}
              empty={{ title: t('none') }}
            />
          )}
        </WithAnswer>
      </Section>
    </Page>
  );
}

function FromCase() {
  const t = useWords(messages);
  const go = useGo();
  const [caseNo, setCaseNo] = useState('');
  const look = () => {
    if (caseNo.trim() !== '') go(`/chain/costs?caseNo=${encodeURIComponent(caseNo.trim())}`);
  };
  return (
    <Section title={t('fromCase')}>
      <p>{t('fromCaseHint')}</p>
      <div className="ow-chain-look">
        <Input
          aria-label={t('caseNo')}
          placeholder={t('caseNo')}
          value={caseNo}
          onChange={(event) => setCaseNo(event.target.value)}
          onPressEnter={look}
        />
        <Button type="primary" onClick={look}>
          {t('look')}
        </Button>
      </div>
    </Section>
  );
}
