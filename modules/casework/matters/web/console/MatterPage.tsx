import { Button } from 'antd';

import { useAct, useCall, useMay } from '#web/client/index.ts';
import {
  formatDay,
  Page,
  type RowColumn,
  RowTable,
  Section,
  StatusTag,
  TimeText,
  To,
  useGo,
  useParam,
  useTell,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type EditionSummary, type Matter, permissions, routes } from '../../contract.ts';
import { useText } from '../words/use-text.ts';
import { editionPath } from './editions/edition-path.ts';
import { EditionStateTag } from './editions/EditionState.tsx';
import { messages } from './editions/messages.ts';
import { WithdrawButton } from './editions/WithdrawButton.tsx';

import './edit/edit.css';

/** One matter or bundle with all its editions. */
export function MatterPage() {
  const id = useParam('matterId');
  const answer = useCall(routes.getMatter, { params: { id } });
  return <WithAnswer answer={answer}>{(matter) => <TheMatter matter={matter} />}</WithAnswer>;
}

function TheMatter({ matter }: { readonly matter: Matter }) {
  const t = useWords(messages);
  const say = useText();
  const isBundle = matter.kind === 'bundle';
  const list = isBundle
    ? { title: t('bundles'), to: '/matters/bundles' }
    : { title: t('matters'), to: '/matters/matters' };
  return (
    <Page
      title={say(matter.name)}
      description={`${matter.code} · ${matter.departmentName}`}
      crumbs={[list]}
      state={
        matter.isDemonstration ? <StatusTag tone="warn">{t('demonstration')}</StatusTag> : undefined
      }
      actions={<Acts matter={matter} />}
    >
      <Section title={t('editions')}>
        <RowTable
          label={t('editions')}
          rows={matter.editions}
          rowKey={(row: EditionSummary) => row.id}
          columns={useColumns(matter)}
        />
      </Section>
    </Page>
  );
}

function Acts({ matter }: { readonly matter: Matter }) {
  const t = useWords(messages);
  const may = useMay();
  const go = useGo();
  const tell = useTell();
  const start = useAct(routes.startDraft);
  const { draft } = matter;
  const begin = async () => {
    try {
      const made = await start.mutateAsync({ params: { id: matter.id }, body: {} });
      go(editionPath(made));
    } catch (error) {
      tell.problem(error);
    }
  };
  return (
    <>
      {matter.current === null ? null : (
        <a href={`/${matter.kind === 'bundle' ? 'bundles' : 'matters'}/${matter.id}`}>
          {t('guide')}
        </a>
      )}
      {draft === null ? null : (
        <Button type="primary" onClick={() => go(editionPath(draft))}>
          {t('openDraft')}
        </Button>
      )}
      {draft === null && may(permissions.draft) ? (
        <Button type="primary" loading={start.isPending} onClick={() => void begin()}>
          {t('startDraft')}
        </Button>
      ) : null}
    </>
  );
}

function useColumns(matter: Matter): ReadonlyArray<RowColumn<EditionSummary>> {
  const t = useWords(messages);
  const may = useMay();
  // What came with the centre was written by nobody here.
  const byWhom = (id: string | null, name: string | null) =>
    id?.startsWith('system:') === true ? t('bySystem') : (name ?? '—');
  return [
    {
      key: 'number',
      title: t('editions'),
      render: (row) => <To to={editionPath(row)}>{t('edition', { number: row.number })}</To>,
    },
    {
      key: 'state',
      title: t('state'),
      render: (row) => (
        <span className="ow-edit-name">
          <EditionStateTag state={row.state} />
          {row.id === matter.current?.id ? <strong>{t('current')}</strong> : null}
        </span>
      ),
    },
    { key: 'valid', title: t('valid'), render: (row) => <Validity edition={row} /> },
    {
      key: 'note',
      title: t('note'),
      render: (row) => (
        <>
          {row.note}
          {row.returnedReason === '' ? null : (
            <p>{t('returned', { reason: row.returnedReason })}</p>
          )}
          {row.withdrawnReason === '' ? null : (
            <p>{t('withdrawnWhy', { reason: row.withdrawnReason })}</p>
          )}
        </>
      ),
    },
    {
      key: 'savedBy',
      title: t('savedBy'),
      render: (row) => (
        <>
          {byWhom(row.savedBy, row.savedByName)} <TimeText at={row.savedAt} />
        </>
      ),
    },
    {
      key: 'publishedBy',
      title: t('publishedBy'),
      render: (row) => byWhom(row.publishedBy, row.publishedByName),
    },
    {
      key: 'acts',
      title: t('compareShort'),
      render: (row) => (
        <span className="ow-edit-acts">
          <To to={`/matters/comparison/${row.id}`}>{t('compareShort')}</To>
          {row.state === 'published' && may(permissions.publish) ? (
            <WithdrawButton edition={row} />
          ) : null}
        </span>
      ),
    },
  ];
}

function Validity({ edition }: { readonly edition: EditionSummary }) {
  const t = useWords(messages);
  const { validFrom, validUntil } = edition;
  if (validFrom === null) return '—';
  const from = formatDay(validFrom, t.language);
  if (validUntil === null) return t('since', { from });
  return t('between', { from, until: formatDay(validUntil, t.language) });
}
