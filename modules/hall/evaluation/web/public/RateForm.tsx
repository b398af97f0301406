import { useId, useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { Action, ProblemNotice } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Grade, isBad, optionsOf, type RatingOption, routes } from '../../contract.ts';
import { GradePick } from '../parts/GradePick.tsx';
import { messages } from './messages.ts';

interface RateFormProps {
  readonly token: string;
  readonly may: 'rate' | 'add';
  readonly options: readonly RatingOption[];
}

/** What is said. Options belong to the grade: choosing another grade begins them anew. */
export function RateForm({ token, may, options }: RateFormProps) {
  const t = useWords(messages);
  const act = useAct(routes.rate);
  const [grade, setGrade] = useState<Grade>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [comment, setComment] = useState('');
  const [who, setWho] = useState({ isAnonymous: true, name: '', mobile: '' });
  const [wasPressed, setPressed] = useState(false);
  const isReady =
    grade !== undefined && (!isBad(grade) || chosen.length > 0 || comment.trim() !== '');
  const send = () => {
    if (grade === undefined) return;
    act.mutate({
      params: { token },
      body: { grade, options: [...chosen], comment, wasPressed, ...who },
    });
  };
  return (
    <form
      className="ow-plain-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <GradePick
        legend={t('grade')}
        value={grade}
        onChange={(next) => {
          setGrade(next);
          setChosen([]);
        }}
      />
      {grade === undefined ? null : (
        <>
          <Reasons
            legend={t(isBad(grade) ? 'reasonsBad' : 'reasons')}
            options={optionsOf(options, grade)}
            chosen={chosen}
            onChange={setChosen}
          />
          <Comment value={comment} onChange={setComment} />
          <Who who={who} onChange={setWho} />
          <Check
            label={t('pressed')}
            hint={t('pressedHint')}
            isChecked={wasPressed}
            onChange={setPressed}
          />
        </>
      )}
      <ProblemNotice problem={act.error} />
      <div className="ow-sheet-actions">
        <Action look="strong" submits isBusy={act.isPending} isDisabled={!isReady || act.isPending}>
          {t(may === 'add' ? 'add' : 'send')}
        </Action>
      </div>
    </form>
  );
}

interface ReasonsProps {
  readonly legend: string;
  readonly options: readonly RatingOption[];
  readonly chosen: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

function Reasons({ legend, options, chosen, onChange }: ReasonsProps) {
  const { language } = useLanguage();
  return (
    <fieldset className="ow-reasons">
      <legend>{legend}</legend>
      {options.map(({ code, textZh, textEn }) => (
        <label key={code}>
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code),
              )
            }
          />
          <span>{language === 'en' ? textEn : textZh}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Comment({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const t = useWords(messages);
  const id = useId();
  return (
    <div className="ow-plain-field">
      <label htmlFor={id}>{t('comment')}</label>
      <p className="ow-plain-hint">{t('commentHint')}</p>
      <textarea
        id={id}
        rows={3}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

interface Rater {
  readonly isAnonymous: boolean;
  readonly name: string;
  readonly mobile: string;
}

function Who({ who, onChange }: { readonly who: Rater; readonly onChange: (who: Rater) => void }) {
  const t = useWords(messages);
  const nameId = useId();
  const mobileId = useId();
  return (
    <>
      <Check
        label={t('anonymous')}
        isChecked={who.isAnonymous}
        onChange={(isAnonymous) => onChange({ isAnonymous, name: '', mobile: '' })}
      />
      {who.isAnonymous ? null : (
        <>
          <div className="ow-plain-field">
            <label htmlFor={nameId}>{t('name')}</label>
            <input
              id={nameId}
              value={who.name}
              maxLength={40}
              autoComplete="name"
              onChange={(event) => onChange({ ...who, name: event.target.value })}
            />
          </div>
          <div className="ow-plain-field">
            <label htmlFor={mobileId}>{t('mobile')}</label>
            <p className="ow-plain-hint">{t('mobileHint')}</p>
            <input
              id={mobileId}
              value={who.mobile}
              maxLength={11}
              inputMode="tel"
              autoComplete="tel-national"
              onChange={(event) => onChange({ ...who, mobile: event.target.value })}
            />
          </div>
        </>
      )}
    </>
  );
}

interface CheckProps {
  readonly label: string;
  readonly hint?: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

function Check({ label, hint, isChecked, onChange }: CheckProps) {
  return (
    <div className="ow-plain-field">
      <label className="ow-plain-option">
        <input
          type="checkbox"
          checked={isChecked}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint === undefined ? null : <p className="ow-plain-hint">{hint}</p>}
    </div>
  );
}
