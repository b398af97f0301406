import { z } from 'zod';

import { useText } from '#modules/casework/matters/web/parts.ts';
import { useCall, useLive } from '#web/client/index.ts';
import { Page, useFilters, useParam, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type CaseInFull, LIVE, routes } from '../../../contract.ts';
import { LightTag, StateTag } from '../../parts/CaseTags.tsx';
import { ActPanel } from '../acts/ActPanel.tsx';
import { DaysPanel } from './DaysPanel.tsx';
import { HandlingTab } from './HandlingTab.tsx';
import { messages } from './messages.ts';
import { OverviewTab } from './OverviewTab.tsx';
import { PapersTab } from './PapersTab.tsx';
import { ProgressTab } from './ProgressTab.tsx';
import { ResultTab } from './ResultTab.tsx';

import './file.css';

const TABS = ['overview', 'papers', 'progress', 'handling', 'result'] as const;
const Place = z.object({ tab: z.enum(TABS).default('overview') });

/** One case: where it stands, what can be done now, and everything that belongs to it. */
export function CasePage() {
  const t = useWords(messages);
  const caseId = useParam('caseId');
  useLive([`${LIVE}/${caseId}`]);
  const answer = useCall(routes.getCase, { params: { id: caseId } });
  if (answer.data !== undefined) return <Whole key={caseId} file={answer.data} />;
  return (
    <Page title={t('case')} crumbs={[{ title: t('cases'), to: '/cases' }]}>
      <WithAnswer answer={answer}>{() => null}</WithAnswer>
    </Page>
  );
}

function Whole({ file }: { readonly file: CaseInFull }) {
  const t = useWords(messages);
  const text = useText();
  const [{ tab }, set] = useFilters(Place);
  return (
    <Page
      title={text(file.matterName)}
      description={
        <span className="ow-file-numbers">
          <span>{text(file.itemName)}</span>
          <span>
            {t('caseNo')} <b>{file.caseNo}</b>
          </span>
          <span>
            {t('queryCode')} <b>{file.queryCode}</b>
          </span>
        </span>
      }
      crumbs={[{ title: t('cases'), to: '/cases' }]}
      state={
        <>
          <StateTag state={file.state} />
          <LightTag light={file.light} />
        </>
      }
    >
      <div className="ow-file">
        <div className="ow-file-main">
          <nav className="ow-file-tabs ow-no-print" aria-label={t('parts')}>
            {TABS.map((one) => (
              <button
                key={one}
                type="button"
                aria-current={one === tab ? 'page' : undefined}
                onClick={() => set({ tab: one }, true)}
              >
                {t(`tab.${one}`)}
              </button>
            ))}
          </nav>
          <Tab tab={tab} file={file} />
        </div>
        <div className="ow-file-side ow-no-print">
          <ActPanel file={file} />
          <DaysPanel file={file} />
        </div>
      </div>
    </Page>
  );
}

function Tab({ tab, file }: { readonly tab: (typeof TABS)[number]; readonly file: CaseInFull }) {
  switch (tab) {
    case 'overview':
      return <OverviewTab file={file} />;
    case 'papers':
      return <PapersTab file={file} />;
    case 'progress':
      return <ProgressTab file={file} />;
    case 'handling':
      return <HandlingTab file={file} />;
    case 'result':
      return <ResultTab file={file} />;
  }
}
