import { Button } from 'antd';

import { stageWords } from '#modules/finance/budget/contract.ts';
import { useCall } from '#web/client/index.ts';
import {
  EmptyState,
  formatDay,
  Page,
  PrintFrame,
  RowTable,
  Section,
  useLanguage,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Project, type ProjectVersion, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { Amount } from './Amount.tsx';

import './projects.css';
import { ProjectYear } from './ProjectYear.tsx';

/** The card of a project. */
export function ProjectPage() {
  const code = useParam('projectCode');
  const answer = useCall(routes.getProject, { params: { code } });
  return <WithAnswer answer={answer}>{(project) => <Whole project={project} />}</WithAnswer>;
}

function Whole({ project }: { readonly project: Project }) {
  const t = useWords(messages);
  const { code, name, years, versions } = project;
  return (
    <Page
      title={name}
      description={code}
      crumbs={[{ title: t('projects'), to: '/projects' }]}
      actions={<Button onClick={() => globalThis.print()}>{t('printed')}</Button>}
    >
      <PrintFrame title={`${code} ${name}`}>
        <div className="ow-projects-paper">
          <About project={project} />
          {years.length === 0 ? <EmptyState title={t('noYears')} /> : null}
          {years.map((year) => (
            <ProjectYear key={year.year} code={code} year={year} />
          ))}
          <Versions versions={versions} />
        </div>
      </PrintFrame>
    </Page>
  );
}

function About({ project }: { readonly project: Project }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { overview, office, implementer, startsOn, endsOn } = project;
  const day = (on: string) => formatDay(on, language);
  return (
    <Section title={t('whatFor')}>
      <dl className="ow-projects-facts">
        <dt>{t('overview')}</dt>
        <dd>{overview}</dd>
        <dt>{t('office')}</dt>
        <dd>{office === '' ? t('noOffice') : office}</dd>
        <dt>{t('implementer')}</dt>
        <dd>{implementer}</dd>
        <dt>{t('period')}</dt>
        <dd>{`${day(startsOn)} – ${day(endsOn)}`}</dd>
      </dl>
    </Section>
  );
}

/** What each version of the budget gave it, line by line. */
function Versions({ versions }: { readonly versions: readonly ProjectVersion[] }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <Section title={t('versions')}>
      <RowTable
        label={t('versions')}
        rows={versions}
        rowKey={(row) => row.versionId}
        empty={{ title: t('none') }}
        columns={[
          {
            key: 'version',
            title: t('version'),
            render: (row: ProjectVersion) =>
              `${row.year} ${stageWords[row.stage][language]} ${row.number}`,
          },
          {
            key: 'state',
            title: t('state'),
            render: (row: ProjectVersion) => t(`state.${row.state}`),
          },
          { key: 'document', title: t('document'), render: (row: ProjectVersion) => row.document },
          {
            key: 'lines',
            title: t('lines'),
            render: (row: ProjectVersion) =>
              row.lines.map((line) => (
                <div key={line.key}>
                  {line.key} {line.part} <Amount yuan={line.amount} />
                </div>
              )),
          },
          {
            key: 'amount',
            title: t('amount'),
            align: 'end',
            render: (row: ProjectVersion) => <Amount yuan={row.amount} />,
          },
        ]}
      />
    </Section>
  );
}
