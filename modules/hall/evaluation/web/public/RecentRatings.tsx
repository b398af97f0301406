import { useState } from 'react';

import { useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { Action, Card, EmptyState, formatDay, WithPublicAnswer } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { channelWords, type PublicRating, routes } from '../../contract.ts';
import { GradeTag } from '../parts/GradeTag.tsx';
import { useSayText } from '../parts/words.ts';
import { messages } from './messages.ts';

import '../parts/rate.css';

const FEW = 10;

/** The latest ratings with their published answers. */
export function RecentRatings() {
  const t = useWords(messages);
  const [onlyBad, setOnlyBad] = useState(false);
  const [limit, setLimit] = useState(FEW);
  const answer = useCall(
    routes.listPublicRatings,
    { query: { limit, ...(onlyBad ? { onlyBad: 'true' } : {}) } },
    { asksToSignIn: false, keepsFormer: true },
  );
  return (
    <Card
      title={t('recent')}
      actions={
        answer.data?.nextCursor == null ? null : (
          <Action onPress={() => setLimit(limit + FEW * 2)}>{t('more')}</Action>
        )
      }
    >
      <div className="ow-sheet-actions">
        <Action look="quiet" onPress={() => setOnlyBad(!onlyBad)}>
          {t(onlyBad ? 'all' : 'onlyBad')}
        </Action>
      </div>
      <WithPublicAnswer answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('none')} />
          ) : (
            <ul className="ow-said">
              {items.map((one) => (
                <Said key={one.id} rating={one} />
              ))}
            </ul>
          )
        }
      </WithPublicAnswer>
    </Card>
  );
}

function Said({ rating }: { readonly rating: PublicRating }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const text = useSayText();
  const isEnglish = language === 'en';
  const about = [
    isEnglish ? rating.departmentEn : rating.departmentZh,
    text(rating.matterName),
    say(channelWords[rating.channel]),
    formatDay(rating.ratedOn, language),
    rating.rater === '' ? t('anonymousRater') : rating.rater,
  ].filter((part) => part !== '');
  const reasons = rating.options.map((one) => (isEnglish ? one.textEn : one.textZh));
  return (
    <li>
      <header>
        <GradeTag grade={rating.grade} />
        <small>{about.join(' · ')}</small>
      </header>
      {reasons.length === 0 ? null : <p>{reasons.join(isEnglish ? '; ' : '；')}</p>}
      {rating.comment === '' ? null : <p>{rating.comment}</p>}
      {rating.reply === '' ? null : (
        <blockquote>
          {t('reply')}
          {isEnglish ? ': ' : '：'}
          {rating.reply}
        </blockquote>
      )}
    </li>
  );
}
