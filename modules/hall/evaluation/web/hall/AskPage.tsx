import { useEffect, useEffectEvent, useState } from 'react';

import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import {
  Grade,
  gradeWords,
  isBad,
  optionsOf,
  type PadInvitation,
  type PadView,
} from '../../contract.ts';
import { GradeFace } from './GradeFace.tsx';
import { messages } from './messages.ts';
import { isComplete, secondsLeft } from './rules.ts';

interface AskPageProps {
  readonly view: PadView;
  readonly invitation: PadInvitation;
  readonly now: Date;
  readonly onSubmit: (grade: Grade, options: readonly string[]) => void;
  readonly onLapse: () => void;
}

/** The dynamic page: five grades of one size, then the standard options of the grade. */
export function AskPage({ view, invitation, now, onSubmit, onLapse }: AskPageProps) {
  const t = useWords(messages);
  const [grade, setGrade] = useState<Grade>();
  const left = secondsLeft(invitation.asksUntil, now);
  const lapse = useEffectEvent(onLapse);
  const isOver = left <= 1;
  useEffect(() => {
    if (isOver) lapse();
  }, [isOver]);
  return (
    <main className="ow-pad-page ow-pad-ask">
      <About view={view} invitation={invitation} />
      {grade === undefined ? (
        <Grades onChoose={setGrade} />
      ) : (
        <Options
          key={grade}
          view={view}
          grade={grade}
          onBack={() => setGrade(undefined)}
          onSubmit={(options) => onSubmit(grade, options)}
        />
      )}
      <footer className="ow-pad-foot">
        <span>{t('secondsLeft', { count: left })}</span>
        <button type="button" className="ow-hall-button" onClick={onLapse}>
          {t('notNow')}
        </button>
      </footer>
    </main>
  );
}

function About({ view, invitation }: Pick<AskPageProps, 'view' | 'invitation'>) {
  const t = useWords(messages);
  const isEnglish = t.language === 'en';
  const { matterName, ticketNo, caseNo } = invitation;
  const person = isEnglish ? view.person?.nameEn : view.person?.nameZh;
  const parts = [
    person === undefined ? undefined : t('served', { name: person }),
    ticketNo === null ? undefined : t('ticket', { number: ticketNo }),
    isEnglish ? (matterName?.en ?? matterName?.zh) : matterName?.zh,
    caseNo === null ? undefined : t('case', { number: caseNo }),
  ].filter((part) => part !== undefined);
  return (
    <header className="ow-pad-about">
      <h1>{t('ask')}</h1>
      <p>{parts.join(' · ')}</p>
    </header>
  );
}

function Grades({ onChoose }: { readonly onChoose: (grade: Grade) => void }) {
  const { say } = useLanguage();
  return (
    <ul className="ow-pad-grades">
      {Grade.options.map((grade) => (
        <li key={grade}>
          <button type="button" data-grade={grade} onClick={() => onChoose(grade)}>
            <GradeFace grade={grade} />
            {say(gradeWords[grade])}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface OptionsProps {
  readonly view: PadView;
  readonly grade: Grade;
  readonly onBack: () => void;
  readonly onSubmit: (options: readonly string[]) => void;
}

/** More than so many stand in three columns. */
const MANY = 6;

function Options({ view, grade, onBack, onSubmit }: OptionsProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (code: string) =>
    setChosen(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  const words = { grade: say(gradeWords[grade]) };
  const offered = optionsOf(view.optionSet.options, grade);
  return (
    <section className="ow-pad-options">
      <h2>{isBad(grade) ? t('whyBad', words) : t('why', words)}</h2>
      <ul data-many={offered.length > MANY}>
        {offered.map((option) => (
          <li key={option.code}>
            <button
              type="button"
              aria-pressed={chosen.includes(option.code)}
              onClick={() => toggle(option.code)}
            >
              {t.language === 'en' ? option.textEn : option.textZh}
            </button>
          </li>
        ))}
      </ul>
      <div className="ow-pad-acts">
        <button type="button" className="ow-hall-button" onClick={onBack}>
          {t('chooseOther')}
        </button>
        <button
          type="button"
          className="ow-hall-button"
          data-main
          disabled={!isComplete(grade, chosen)}
          onClick={() => onSubmit(chosen)}
        >
          {t('submit')}
        </button>
      </div>
    </section>
  );
}
