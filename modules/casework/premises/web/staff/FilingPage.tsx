import { useCall, useLive } from '#web/client/index.ts';
import {
  formatDay,
  Notice,
  Page,
  RowTable,
  Section,
  StatusTag,
  TimeText,
  useLanguage,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type Filing,
  LIVE,
  proofKindWords,
  routes,
  stageWords,
  standingWords,
  useTypeWords,
} from '../../contract.ts';
import { stageTone, standingTone } from '../parts/tones.ts';
import { CheckPanel } from './CheckPanel.tsx';
import { messages } from './messages.ts';
import { Past } from './Past.tsx';
import { PlanSection } from './PlanSection.tsx';
import { StandingActs } from './StandingActs.tsx';

/** One filing for whoever checks it: facts, proofs, points, plan, uses, versions and history. */
export function FilingPage() {
  const t = useWords(messages);
  const { say } = useLanguage();
  const id = useParam('filingId');
  const answer = useCall(routes.getFiling, { params: { id } });
  useLive([`${LIVE}/${id}`]);
  const filing = answer.data;
  return (
    <Page
      title={filing === undefined ? t('title') : `${filing.carrierName} ${filing.buildingName}`}
      crumbs={[{ title: t('title'), to: '/premises' }]}
      state={
        filing === undefined ? null : (
          <>
            <StatusTag tone={standingTone[filing.standing]}>
              {say(standingWords[filing.standing])}
            </StatusTag>{' '}
            {filing.stage === 'none' ? null : (
              <StatusTag tone={stageTone[filing.stage]}>{say(stageWords[filing.stage])}</StatusTag>
            )}
          </>
        )
      }
      actions={filing === undefined ? null : <StandingActs filing={filing} />}
    >
      <WithAnswer answer={answer}>{(one) => <Body filing={one} />}</WithAnswer>
    </Page>
  );
}

function Body({ filing }: { readonly filing: Filing }) {
  const t = useWords(messages);
  return (
    <>
      {filing.standing === 'suspended' ? (
        <Notice tone="bad" title={t('suspendedBecause', { reason: filing.standingReason })} />
      ) : null}
      <Facts filing={filing} />
      <Proofs filing={filing} />
      <CheckPanel key={filing.version} filing={filing} />
      <PlanSection filing={filing} />
      <Uses filing={filing} />
      <Past filing={filing} />
    </>
  );
}

function Facts({ filing }: { readonly filing: Filing }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const body = filing.draft ?? filing.filed;
  if (body === null) return null;
  const { building } = body;
  const facts = [
    [t('number'), filing.number === '' ? '—' : filing.number],
    [t('address'), building.standardAddress],
    [t('operator'), `${filing.carrier.operatorName} ${filing.carrier.operatorCode}`],
    [t('town'), say(filing.town.name)],
    [t('certNo'), building.propertyCertNo],
    [t('owner'), building.ownerName],
    [t('useType'), say(useTypeWords[building.useType])],
    [t('area'), t('areaOf', { area: building.areaM2 })],
    [t('floors'), t('floorsOf', { above: building.floorsAbove, below: building.floorsBelow })],
    [t('units'), String(body.units.length)],
  ] as const;
  return (
    <Section title={t('facts')}>
      <dl className="ow-prem-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Proofs({ filing }: { readonly filing: Filing }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const proofs = (filing.draft ?? filing.filed)?.proofs ?? [];
  return (
    <Section title={t('proofs')}>
      <RowTable
        label={t('proofs')}
        rows={proofs}
        rowKey={(row) => `${row.kind}${row.number}${row.hash}`}
        columns={[
          { key: 'kind', title: t('proof'), render: (row) => say(proofKindWords[row.kind]) },
          { key: 'number', title: t('proofNumber'), render: (row) => row.number },
          {
            key: 'validity',
            title: t('validity'),
            render: (row) =>
              `${formatDay(row.validFrom, language)} – ${
                row.validUntil === null ? t('noEnd') : formatDay(row.validUntil, language)
              }`,
          },
          { key: 'hash', title: t('hash'), render: (row) => row.hash.slice(0, 16) },
          {
            key: 'file',
            title: t('open'),
            render: (row) =>
              row.fileId === null ? (
                '—'
              ) : (
                <a href={`/api/v1/files/${row.fileId}/content`} target="_blank" rel="noreferrer">
                  {row.fileName}
                </a>
              ),
          },
        ]}
        empty={{ title: t('none'), hint: t('noneHint') }}
      />
    </Section>
  );
}

function Uses({ filing }: { readonly filing: Filing }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const answer = useCall(routes.listUses, { params: { id: filing.id } });
  return (
    <Section title={t('uses')} description={t('usesHint')}>
      <WithAnswer answer={answer}>
        {({ items }) => (
          <RowTable
            label={t('uses')}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              { key: 'at', title: t('at'), render: (row) => <TimeText at={row.at} /> },
              { key: 'subject', title: t('subject'), render: (row) => row.subjectName },
              { key: 'address', title: t('address'), render: (row) => row.address },
              { key: 'matter', title: t('kind'), render: (row) => say(row.matterName) },
              { key: 'case', title: t('caseNumber'), render: (row) => row.caseNumber },
              { key: 'version', title: t('version'), render: (row) => row.filedVersion },
              {
                key: 'state',
                title: t('state'),
                render: (row) => (
                  <StatusTag tone={row.state === 'settled' ? 'good' : 'idle'}>
                    {t(row.state)}
                  </StatusTag>
                ),
              },
            ]}
            empty={{ title: t('noUses'), hint: t('usesHint') }}
          />
        )}
      </WithAnswer>
    </Section>
  );
}
