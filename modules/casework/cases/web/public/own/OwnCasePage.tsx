import { useText } from '#modules/casework/matters/web/parts.ts';
import { addressOf, useCall } from '#web/client/index.ts';
import {
  Card,
  Facts,
  Notice,
  PublicPage,
  TimeText,
  useLanguage,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type CaseAct, type OwnCase, outcomeWords, routes } from '../../../contract.ts';
import { documentRoutes } from '../../../contract/documents.ts';
import { StateTag } from '../../parts/CaseTags.tsx';
import { DeadlineProofView } from '../../parts/DeadlineProofView.tsx';
import { DocumentList } from '../../parts/DocumentList.tsx';
import { isOpen } from '../../parts/is-open.ts';
import { isWhole } from '../../parts/is-whole.ts';
import { messages as words } from '../../parts/messages.ts';
import { Timeline } from '../../parts/Timeline.tsx';
import { messages } from '../messages.ts';
import { CollectCard } from './CollectCard.tsx';
import { CorrectionCard } from './CorrectionCard.tsx';
import { MessageCard } from './MessageCard.tsx';
import { OwnPapers } from './OwnPapers.tsx';
import { RelatedCard } from './RelatedCard.tsx';
import { sayNext } from './say-next.ts';
import { SupplementCard } from './SupplementCard.tsx';
import { WithdrawCard } from './WithdrawCard.tsx';

import './own.css';

const REFRESH_MS = 60_000;

/** One's own case: what comes next, what one can do, what happened, and why the day is that day. */
export function OwnCasePage() {
  const t = useWords(messages);
  const id = useParam('caseId');
  const answer = useCall(routes.getOwn, { params: { id } }, { refreshMs: REFRESH_MS });
  const crumbs = [{ title: t('myCases'), to: '/me/cases' }];
  if (answer.data !== undefined) return <Whole key={id} file={answer.data} crumbs={crumbs} />;
  return (
    <PublicPage title={t('title')} crumbs={crumbs}>
      <WithPublicAnswer answer={answer}>{() => null}</WithPublicAnswer>
    </PublicPage>
  );
}

interface WholeProps {
  readonly file: OwnCase;
  readonly crumbs: ReadonlyArray<{ readonly title: string; readonly to: string }>;
}

function Whole({ file, crumbs }: WholeProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const text = useText();
  const may = (act: CaseAct) => file.mayDo.some((one) => one.act === act && isOpen(one));
  const place = { params: { id: file.id } };
  const history = useCall(routes.listOwnHistory, place, { refreshMs: REFRESH_MS });
  return (
    <PublicPage
      title={text(file.matterName)}
      crumbs={crumbs}
      state={<StateTag state={file.state} />}
    >
      <Notice tone={file.state === 'correcting' ? 'warn' : 'busy'} title={sayNext(file, t)} />
      {may('resubmit') ? <CorrectionCard file={file} /> : null}
      {may('supplement') ? <SupplementCard file={file} /> : null}
      {may('deliver') ? <CollectCard file={file} /> : null}
      <div className="ow-own-columns">
        <div>
          {file.related.length > 0 ? <RelatedCard file={file} /> : null}
          <Card title={w('timeline')}>
            <WithPublicAnswer answer={history}>
              {({ items }) => <Timeline entries={items} />}
            </WithPublicAnswer>
          </Card>
          {may('write-message') ? <MessageCard file={file} /> : null}
        </div>
        <div>
          <Basics file={file} />
          <Documents file={file} />
          {isWhole(file) ? null : <OwnPapers file={file} />}
          <Days file={file} />
          {may('ask-withdrawal') || may('continue-handling') ? (
            <WithdrawCard file={file} isPending={may('continue-handling')} />
          ) : null}
        </div>
      </div>
    </PublicPage>
  );
}

function Basics({ file }: { readonly file: OwnCase }) {
  const t = useWords(messages);
  const w = useWords(words);
  const text = useText();
  const { language, say } = useLanguage();
  const { department } = file;
  const facts = [
    { name: t('matter'), value: text(file.itemName) },
    { name: t('caseNo'), value: file.caseNo },
    { name: t('queryCode'), value: file.queryCode },
    { name: t('applied'), value: <TimeText at={file.submittedAt} /> },
    {
      name: t('department'),
      value: language === 'zh-CN' ? department?.nameZh : department?.nameEn,
    },
    { name: t('delivery'), value: w(`delivery.${file.deliveryWish.way}`) },
    { name: t('tracking'), value: file.trackingNo },
    { name: t('outcome'), value: file.outcome === null ? '' : say(outcomeWords[file.outcome]) },
    { name: t('reason'), value: file.decision?.reason ?? file.outcomeReason },
    { name: t('remedy'), value: file.decision?.remedy ?? file.remedy },
  ];
  return (
    <Card title={t('title')}>
      <Facts facts={facts.filter(({ value }) => value !== '' && value !== undefined)} />
    </Card>
  );
}

function Documents({ file }: { readonly file: OwnCase }) {
  const w = useWords(words);
  const answer = useCall(documentRoutes.listOwnDocuments, { params: { id: file.id } });
  return (
    <Card title={w('documents')}>
      <WithPublicAnswer answer={answer}>
        {({ items }) => (
          <DocumentList
            isForApplicant
            items={items}
            addressOfDocument={(documentId) =>
              addressOf(documentRoutes.printOwnDocument, { params: { id: file.id, documentId } })
            }
          />
        )}
      </WithPublicAnswer>
    </Card>
  );
}

function Days({ file }: { readonly file: OwnCase }) {
  const w = useWords(words);
  const answer = useCall(routes.getOwnDeadlines, { params: { id: file.id } });
  return (
    <Card title={w('proof')} hint={w('proofHint')}>
      <WithPublicAnswer answer={answer}>
        {(proof) => <DeadlineProofView proof={proof} />}
      </WithPublicAnswer>
    </Card>
  );
}
