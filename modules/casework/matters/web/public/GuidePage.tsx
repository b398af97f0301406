import { useCall } from '#web/client/index.ts';
import {
  PrintFrame,
  PublicPage,
  useFilters,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Guide, pruneAnswers, resolveRequirements, routes } from '../../contract.ts';
import { useText } from '../words/use-text.ts';
import { AboutMatter } from './AboutMatter.tsx';
import { GuideAddress, readAnswers, toAddress } from './address.ts';
import { FeesAndTime } from './FeesAndTime.tsx';
import { GuideActs } from './GuideActs.tsx';
import { GuideTags } from './GuideTags.tsx';
import { HowCard } from './HowCard.tsx';
import { ItemChoice } from './ItemChoice.tsx';
import { messages } from './messages.ts';
import { NeededPapers } from './NeededPapers.tsx';
import { PlacesCard } from './PlacesCard.tsx';
import { QuestionsCard } from './QuestionsCard.tsx';
import { Faq, Law, ResultCard, Steps } from './TextCards.tsx';

import './guide.css';

/** The guide of a matter: plain words, then the item, the questions, and exactly what that case needs. */
export function GuidePage() {
  const t = useWords(messages);
  const matterId = useParam('matterId');
  const answer = useCall(routes.getGuide, { params: { id: matterId } }, { asksToSignIn: false });
  if (answer.data !== undefined) return <TheGuide key={matterId} guide={answer.data} />;
  return (
    <PublicPage title={t('guide')} crumbs={[{ title: t('title'), to: '/matters' }]}>
      <WithPublicAnswer answer={answer}>{() => null}</WithPublicAnswer>
    </PublicPage>
  );
}

function TheGuide({ guide }: { readonly guide: Guide }) {
  const t = useWords(messages);
  const say = useText();
  const [address, setAddress] = useFilters(GuideAddress);
  const { content } = guide;
  const [first] = content.items;
  const item = content.items.find(({ key }) => key === address.item) ?? first;
  if (item === undefined) return null;
  const answers = pruneAnswers(item.questions, readAnswers(address.a));
  const requirements = resolveRequirements(item, answers, {});
  const keep = { item: item.key, a: toAddress(answers) };
  return (
    <PublicPage
      title={say(content.name)}
      lead={say(content.summary)}
      crumbs={[{ title: t('title'), to: '/matters' }]}
      state={<GuideTags content={content} item={item} />}
    >
      <PrintFrame title={say(content.name)}>
        <div className="ow-guide">
          <div className="ow-guide-main">
            <ItemChoice
              items={content.items}
              chosen={item.key}
              onChoose={(key) => setAddress({ item: key, a: undefined })}
            />
            <QuestionsCard
              questions={item.questions}
              answers={answers}
              onChange={(next) => setAddress({ item: item.key, a: toMutable(next) })}
            />
            <NeededPapers
              matterId={guide.matterId}
              item={item}
              answers={answers}
              requirements={requirements}
              keep={keep}
            />
            <FeesAndTime item={item} requirements={requirements} />
            <PlacesCard places={content.places} openingNote={content.openingNote} />
            <HowCard content={content} item={item} />
            <Steps steps={item.steps} />
            <ResultCard item={item} matterId={guide.matterId} />
            <Law basis={content.legalBasis} />
            <Faq faq={item.faq} />
            <AboutMatter guide={guide} item={item} />
          </div>
          <GuideActs content={content} guide={guide} requirements={requirements} keep={keep} />
        </div>
      </PrintFrame>
    </PublicPage>
  );
}

const toMutable = (answers: Parameters<typeof toAddress>[0]) => {
  const parts = toAddress(answers);
  return parts === undefined ? undefined : [...parts];
};
