import { Button, Modal } from 'antd';
import { useState } from 'react';

import { useLanguage } from '#web/kit/language.tsx';
import {
  ContractForm,
  DataTable,
  Field,
  formatDay,
  ReasonButton,
  StatusTag,
  useContractForm,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, type Score } from '../../contract.ts';
import { messages } from './messages.ts';

const tones = { stands: 'busy', appealed: 'warn', cancelled: 'idle' } as const;

/** Scores of a month, with the way to appeal and to decide. */
export function ScoresTable({ month }: { readonly month: string }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const [decided, setDecided] = useState<Score>();
  const isEnglish = language === 'en';
  const whom = (row: Score) =>
    [
      isEnglish ? row.person?.nameEn : row.person?.nameZh,
      row.windowNumber === null ? '' : t('windowNo', { number: row.windowNumber }),
      isEnglish ? row.department?.nameEn : row.department?.nameZh,
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ');
  return (
    <>
      <DataTable
        name="complaints.scores"
        label={t('scores')}
        hasHeading
        contract={routes.listScores}
        query={{ month }}
        rowKey={(row) => row.id}
        isSearched={false}
        keepsPlace={false}
        columns={[
          { key: 'on', title: t('on'), render: (row) => formatDay(row.on, language) },
          { key: 'whom', title: t('whom'), render: whom },
          {
            key: 'item',
            title: t('item'),
            render: (row) => (isEnglish ? row.itemEn : row.itemZh),
          },
          { key: 'points', title: t('points'), align: 'end', render: (row) => row.points },
          {
            key: 'evidence',
            title: t('evidence'),
            render: (row) => (row.isAutomatic ? t('automatic') : row.evidence),
          },
          {
            key: 'state',
            title: t('scoreState'),
            render: (row) => (
              <>
                <StatusTag tone={tones[row.state]}>{t(`score.${row.state}`)}</StatusTag>{' '}
                {row.mayAppeal ? (
                  <ReasonButton size="small" contract={routes.appealScore} params={{ id: row.id }}>
                    {t('appeal')}
                  </ReasonButton>
                ) : null}
                {row.mayDecide ? (
                  <Button size="small" onClick={() => setDecided(row)}>
                    {t('decide')}
                  </Button>
                ) : null}
              </>
            ),
          },
        ]}
        empty={{ title: t('noScores') }}
      />
      {decided === undefined ? null : (
        <DecideModal score={decided} onClose={() => setDecided(undefined)} />
      )}
    </>
  );
}

function DecideModal({ score, onClose }: { readonly score: Score; readonly onClose: () => void }) {
  const t = useWords(messages);
  const form = useContractForm(routes.decideAppeal, {
    params: { id: score.id },
    toBody: (values) =>
      ({ stands: values['stands'] === 'yes', reason: values['reason'] ?? '' }) as never,
    onDone: onClose,
  });
  return (
    <Modal open title={t('decide')} footer={null} destroyOnHidden onCancel={onClose}>
      <ContractForm form={form} submitLabel={t('decide')} onCancel={onClose}>
        <p>{score.appealText}</p>
        <Field
          form={form}
          name="stands"
          label={t('stands')}
          options={[
            { value: 'yes', label: t('standsYes') },
            { value: 'no', label: t('standsNo') },
          ]}
        />
        <Field form={form} name="reason" label={t('reason')} />
      </ContractForm>
    </Modal>
  );
}
