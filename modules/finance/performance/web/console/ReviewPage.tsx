import { Button, Input } from 'antd';
import { useState } from 'react';

import { useAct, useCall, useMay } from '#web/client/index.ts';
import {
  ConfirmButton,
  formatDay,
  Page,
  ProblemNotice,
  RowTable,
  Section,
  StatusTag,
  useLanguage,
  useParam,
  useTell,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, type Review, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { showTarget, showYuan } from '../parts/show.ts';
import { GRADE_TONES } from './tones.ts';
import { ValueText } from './ValueText.tsx';

import '../parts/declaration.css';

/** A review: what was read on its day, and the reasons for what deviates. */
export function ReviewPage() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const id = useParam('reviewId');
  const answer = useCall(routes.getReview, { params: { id } });
  const { data } = answer;
  return (
    <Page
      title={data === undefined ? t('reviews') : `${data.projectName} ${t(data.kind)}`}
      description={data && t('reviewHint', { day: formatDay(data.asOf, language) })}
      crumbs={[
        { title: t('targets'), to: '/performance/targets' },
        ...(data === undefined
          ? []
          : [{ title: data.projectName, to: `/performance/targets/${data.targetId}` }]),
      ]}
      state={
        data && (
          <StatusTag tone={GRADE_TONES[data.grade]}>
            {t(data.grade)} {t('totalOf', { points: data.total })}
          </StatusTag>
        )
      }
    >
      <WithAnswer answer={answer}>
        {(review) => <Shown key={review.version} review={review} />}
      </WithAnswer>
    </Page>
  );
}

function Shown({ review }: { readonly review: Review }) {
  const t = useWords(messages);
  const tell = useTell();
  const isOpen = useMay()(permissions.draft) && review.state === 'draft';
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(review.rows.map((row) => [row.indicator.id, row.reason])),
  );
  const [conclusion, setConclusion] = useState(review.conclusion);
  const save = useAct(routes.saveReview, { onDone: () => tell.done(t('saved')) });
  const submit = useAct(routes.submitReview);
  const body = {
    version: review.version,
    conclusion,
    reasons: Object.entries(reasons).map(([indicatorId, reason]) => ({ indicatorId, reason })),
  };
  const params = { id: review.id };
  // What was typed is saved before it is submitted, so nothing is lost when it is refused.
  const saveAndSubmit = async () => {
    const saved = await save.mutateAsync({ params, body });
    return submit.mutateAsync({ params, body: { version: saved.version } });
  };
  const problem = save.error ?? submit.error;
  return (
    <>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <Payment review={review} />
      <Section
        title={t('indicators')}
        actions={
          isOpen ? (
            <>
              <Button loading={save.isPending} onClick={() => save.mutate({ params, body })}>
                {t('save')}
              </Button>
              <ConfirmButton
                type="primary"
                question={t('submitQuestion')}
                done={t('done')}
                onConfirm={saveAndSubmit}
              >
                {t('submit')}
              </ConfirmButton>
            </>
          ) : undefined
        }
      >
        <Rows
          review={review}
          reasons={reasons}
          onReason={
            isOpen ? (id, text) => setReasons((former) => ({ ...former, [id]: text })) : undefined
          }
        />
      </Section>
      <Section title={t('conclusion')}>
        {isOpen ? (
          <Input.TextArea
            aria-label={t('conclusion')}
            value={conclusion}
            rows={4}
            maxLength={2000}
            onChange={(event) => setConclusion(event.target.value)}
          />
        ) : (
          <p>{review.conclusion}</p>
        )}
      </Section>
    </>
  );
}

function Payment({ review: { payment } }: { readonly review: Review }) {
  const t = useWords(messages);
  return (
    <Section title={t('execution')}>
      <RowTable
        label={t('execution')}
        rows={[payment]}
        rowKey={() => 'payment'}
        columns={[
          { key: 'limit', title: t('limit'), align: 'end', render: () => showYuan(payment.limit) },
          { key: 'paid', title: t('paid'), align: 'end', render: () => showYuan(payment.paid) },
          { key: 'rate', title: t('rate'), align: 'end', render: () => `${payment.rate}%` },
          { key: 'score', title: t('score'), align: 'end', render: () => payment.score ?? '' },
        ]}
      />
    </Section>
  );
}

interface RowsProps {
  readonly review: Review;
  readonly reasons: Readonly<Record<string, string>>;
  /** Absent when nothing can be typed. */
  readonly onReason: ((id: string, text: string) => void) | undefined;
}

function Rows({ review, reasons, onReason }: RowsProps) {
  const t = useWords(messages);
  return (
    <RowTable
      label={t('indicators')}
      rows={review.rows}
      rowKey={(row) => row.indicator.id}
      columns={[
        { key: 'level3', title: t('level3'), render: (row) => row.indicator.level3 },
        { key: 'target', title: t('target'), render: (row) => showTarget(row.indicator) },
        {
          key: 'value',
          title: t('value'),
          render: (row) => <ValueText indicator={row.indicator} value={row.value} />,
        },
        {
          key: 'attained',
          title: t('attained'),
          align: 'end',
          render: (row) => (row.attained === null ? '' : `${row.attained}%`),
        },
        {
          key: 'score',
          title: t('score'),
          align: 'end',
          render: (row) => `${row.score ?? '0.00'} / ${row.indicator.weight}`,
        },
        {
          key: 'reason',
          title: t('reason'),
          render: ({ indicator, mustExplain, reason }) => {
            if (onReason === undefined) return reason;
            return mustExplain ? (
              <Input.TextArea
                className="ow-performance-reason"
                aria-label={t('reasonOf', { name: indicator.level3 })}
                autoSize={{ minRows: 2 }}
                maxLength={500}
                value={reasons[indicator.id] ?? ''}
                onChange={(event) => onReason(indicator.id, event.target.value)}
              />
            ) : (
              ''
            );
          },
        },
      ]}
    />
  );
}
