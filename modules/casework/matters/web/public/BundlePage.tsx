import { useCall } from '#web/client/index.ts';
import {
  Card,
  Facts,
  formatDay,
  PrintFrame,
  PublicPage,
  StatusTag,
  useFilters,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type BundleGuide, pruneAnswers, resolveBundle, routes } from '../../contract.ts';
import { useText } from '../words/use-text.ts';
import { Phone } from './AboutMatter.tsx';
import { GuideAddress, readAnswers, toAddress } from './address.ts';
import { BundleActs } from './BundleActs.tsx';
import { BundleMembers } from './BundleMembers.tsx';
import { BundlePapers } from './BundlePapers.tsx';
import { messages } from './messages.ts';
import { PlacesCard } from './PlacesCard.tsx';
import { QuestionsCard } from './QuestionsCard.tsx';
import { Faq, Steps } from './TextCards.tsx';

import './guide.css';

/** The guide of 一件事: several matters as one, with one set of questions and papers. */
export function BundlePage() {
  const t = useWords(messages);
  const bundleId = useParam('bundleId');
  const answer = useCall(
    routes.getBundleGuide,
    { params: { id: bundleId } },
    { asksToSignIn: false },
  );
  if (answer.data !== undefined) return <TheBundle key={bundleId} guide={answer.data} />;
  return (
    <PublicPage title={t('oneThing')} crumbs={[{ title: t('title'), to: '/matters' }]}>
      <WithPublicAnswer answer={answer}>{() => null}</WithPublicAnswer>
    </PublicPage>
  );
}

function TheBundle({ guide }: { readonly guide: BundleGuide }) {
  const t = useWords(messages);
  const say = useText();
  const [address, setAddress] = useFilters(GuideAddress);
  const { content, members, questions } = guide;
  const answers = pruneAnswers(questions, readAnswers(address.a));
  const items = Object.fromEntries(members.map(({ key, item }) => [key, item]));
  const requirements = resolveBundle(content, items, answers, {});
  return (
    <PublicPage
      title={say(content.name)}
      lead={say(content.summary)}
      crumbs={[{ title: t('title'), to: '/matters' }]}
      state={
        <p className="ow-guides-facts">
          <StatusTag tone="busy">
            {t(content.kind === 'one-thing' ? 'oneThing' : 'industry')}
          </StatusTag>
          <span>
            {t('lead2')} {content.leadDepartmentName}
          </span>
          {content.isDemonstration ? <StatusTag tone="warn">{t('demonstration')}</StatusTag> : null}
        </p>
      }
    >
      <PrintFrame title={say(content.name)}>
        <div className="ow-guide">
          <div className="ow-guide-main">
            <QuestionsCard
              questions={questions}
              answers={answers}
              onChange={(next) => setAddress({ a: [...(toAddress(next) ?? [])] })}
            />
            <BundleMembers guide={guide} requirements={requirements} />
            <BundlePapers guide={guide} requirements={requirements} answers={answers} />
            <Steps steps={content.steps} />
            <PlacesCard places={content.places} />
            <Faq faq={content.faq} />
            <Card title={t('contact')}>
              <Facts
                facts={[
                  { name: t('consult'), value: <Phone number={content.consultPhone} /> },
                  {
                    name: t('edition'),
                    value: t('editionValue', {
                      number: guide.number,
                      day: formatDay(guide.validFrom, t.language),
                    }),
                  },
                ]}
              />
            </Card>
          </div>
          <BundleActs guide={guide} requirements={requirements} />
        </div>
      </PrintFrame>
    </PublicPage>
  );
}
