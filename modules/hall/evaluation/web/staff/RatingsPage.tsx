import { Button, Modal } from 'antd';
import { useState } from 'react';
import { z } from 'zod';

import { useMay } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import {
  ContractForm,
  DataTable,
  Field,
  Page,
  StatusTag,
  TimeText,
  type Tone,
  useContractForm,
  useFilters,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  Channel,
  channelWords,
  type Evaluation,
  ExclusionGround,
  Grade,
  gradeWords,
  permissions,
  routes,
  Standing,
} from '../../contract.ts';
import { GradeTag } from '../parts/GradeTag.tsx';
import { useSayName, useSayText } from '../parts/words.ts';
import { messages } from './messages.ts';

const tones: Readonly<Record<Standing, Tone>> = {
  counted: 'good',
  suspect: 'warn',
  excluded: 'idle',
};

/** Where a visit leads: the ratings of its window on its day. */
const Place = z.object({ windowId: z.uuid().optional(), day: z.iso.date().optional() });

/** Every rating; who reviews opens a suspect one and says whether it counts. */
export function RatingsPage() {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const may = useMay();
  const name = useSayName();
  const text = useSayText();
  const [judged, setJudged] = useState<Evaluation>();
  const isEnglish = language === 'en';
  const [{ windowId, day }] = useFilters(Place);
  return (
    <Page title={t('ratings')} description={t('ratingsHint')}>
      <DataTable
        name="evaluation.ratings"
        query={{
          ...(windowId === undefined ? {} : { windowId }),
          ...(day === undefined ? {} : { from: day, to: day }),
        }}
        contract={routes.listEvaluations}
        rowKey={(row) => row.id}
        isSearched={false}
        filters={[
          {
            key: 'grade',
            title: t('grade'),
            options: Grade.options.map((value) => ({ value, label: say(gradeWords[value]) })),
          },
          {
            key: 'channel',
            title: t('channel'),
            options: Channel.options.map((value) => ({ value, label: say(channelWords[value]) })),
          },
          {
            key: 'standing',
            title: t('standing'),
            options: Standing.options.map((value) => ({ value, label: t(`standing.${value}`) })),
          },
        ]}
        columns={[
          {
            key: 'grade',
            title: t('grade'),
            width: '8rem',
            render: (row) => <GradeTag grade={row.grade} />,
          },
          {
            key: 'reasons',
            title: t('reasons'),
            render: (row) =>
              [
                ...(row.number === 2 ? [t('addition')] : []),
                ...row.options.map((one) => (isEnglish ? one.textEn : one.textZh)),
                row.comment,
              ]
                .filter((part) => part !== '')
                .join('；'),
          },
          { key: 'matter', title: t('matter'), render: (row) => text(row.matterName) },
          {
            key: 'department',
            title: t('by.department'),
            render: (row) => name(row.servedBy.department),
          },
          { key: 'person', title: t('person'), render: (row) => name(row.servedBy.person) },
          { key: 'channel', title: t('channel'), render: (row) => say(channelWords[row.channel]) },
          { key: 'when', title: t('when'), render: (row) => <TimeText at={row.ratedAt} /> },
          {
            key: 'standing',
            title: t('standing'),
            render: (row) => (
              <>
                <StatusTag tone={tones[row.standing]}>{t(`standing.${row.standing}`)}</StatusTag>{' '}
                {row.suspicions.map(({ code }) => t(`suspicion.${code}`)).join('、')}{' '}
                {row.standing === 'suspect' && may(permissions.review) ? (
                  <Button size="small" onClick={() => setJudged(row)}>
                    {t('judge')}
                  </Button>
                ) : null}
              </>
            ),
          },
        ]}
        empty={{ title: t('noRatings'), hint: t('noRatingsHint') }}
      />
      {judged === undefined ? null : (
        <JudgeModal rating={judged} onClose={() => setJudged(undefined)} />
      )}
    </Page>
  );
}

function JudgeModal({
  rating,
  onClose,
}: {
  readonly rating: Evaluation;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const form = useContractForm(routes.judge, {
    params: { id: rating.id },
    toBody: (values) =>
      ({
        counts: values['counts'] === 'yes',
        ground: values['ground'],
        reason: values['reason'] ?? '',
      }) as never,
    done: t('judged'),
    onDone: onClose,
  });
  return (
    <Modal open title={t('judge')} footer={null} destroyOnHidden onCancel={onClose}>
      <ContractForm form={form} submitLabel={t('judge')} onCancel={onClose}>
        <p>
          {t('suspicion')}：{rating.suspicions.map(({ code }) => t(`suspicion.${code}`)).join('、')}
        </p>
        <Field
          form={form}
          name="counts"
          label={t('counts')}
          options={[
            { value: 'yes', label: t('countsYes') },
            { value: 'no', label: t('countsNo') },
          ]}
        />
        <Field
          form={form}
          name="ground"
          label={t('ground')}
          options={ExclusionGround.options.map((value) => ({ value, label: t(`ground.${value}`) }))}
        />
        <Field form={form} name="reason" label={t('reason')} />
      </ContractForm>
    </Modal>
  );
}
