import { Button, Modal } from 'antd';
import { useState } from 'react';

import { useMay } from '#web/client/index.ts';
import {
  ContractForm,
  Field,
  RowTable,
  Section,
  StatusTag,
  useContractForm,
  useGo,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, type ReviewKind, routes, type Target } from '../../contract.ts';
import { messages } from '../messages.ts';
import { GRADE_TONES } from './tones.ts';

/** Monitoring and self-evaluations of a target, and where new ones begin. */
export function Reviews({ target }: { readonly target: Target }) {
  const t = useWords(messages);
  const [kind, setKind] = useState<ReviewKind>();
  const mayOpen = useMay()(permissions.draft) && target.state === 'approved';
  return (
    <Section
      title={t('reviews')}
      actions={
        mayOpen ? (
          <>
            <Button onClick={() => setKind('monitoring')}>{t('openMonitoring')}</Button>
            <Button onClick={() => setKind('evaluation')}>{t('openEvaluation')}</Button>
          </>
        ) : undefined
      }
    >
      {target.reviews.length === 0 ? <p>{t('noReviews')}</p> : <List target={target} />}
      {kind === undefined ? null : (
        <OpenReview target={target} kind={kind} onClose={() => setKind(undefined)} />
      )}
    </Section>
  );
}

function List({ target }: { readonly target: Target }) {
  const t = useWords(messages);
  return (
    <RowTable
      label={t('reviews')}
      rows={target.reviews}
      rowKey={(row) => row.id}
      rowTo={(row) => `/performance/reviews/${row.id}`}
      columns={[
        { key: 'kind', title: t('reviews'), render: (row) => t(row.kind) },
        { key: 'asOf', title: t('asOf'), render: (row) => row.asOf },
        { key: 'rate', title: t('rate'), align: 'end', render: (row) => `${row.payment.rate}%` },
        { key: 'total', title: t('total'), align: 'end', render: (row) => row.total },
        {
          key: 'grade',
          title: t('state'),
          render: (row) => (
            <>
              <StatusTag tone={GRADE_TONES[row.grade]}>{t(row.grade)}</StatusTag> {t(row.state)}
            </>
          ),
        },
        { key: 'by', title: t('by'), render: (row) => row.byName },
      ]}
    />
  );
}

interface OpenReviewProps {
  readonly target: Target;
  readonly kind: ReviewKind;
  readonly onClose: () => void;
}

function OpenReview({ target, kind, onClose }: OpenReviewProps) {
  const t = useWords(messages);
  const go = useGo();
  const form = useContractForm(routes.openReview, {
    params: { id: target.id },
    initial: { kind, asOf: target.until },
    done: false,
    onDone: ({ id }) => go(`/performance/reviews/${id}`),
  });
  return (
    <Modal open title={t(kind)} footer={null} onCancel={onClose}>
      <ContractForm
        form={form}
        submitLabel={t(kind === 'monitoring' ? 'openMonitoring' : 'openEvaluation')}
        onCancel={onClose}
      >
        <Field form={form} name="asOf" label={t('asOf')} />
      </ContractForm>
    </Modal>
  );
}
