import { localDay } from '#kernel/clock/local-day.ts';
import { formatDay } from '#web/kit/format.ts';
import { Section, StatusTag, TimeText, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { CaseInFull } from '../../../contract.ts';
import { FileLinks } from '../../parts/FileLinks.tsx';
import { messages as words } from '../../parts/messages.ts';
import { messages } from './messages.ts';

interface TabProps {
  readonly file: CaseInFull;
}

/** Who examined it, what others think of it, and what stopped the clock. */
export function HandlingTab({ file }: TabProps) {
  return (
    <>
      <Examinations file={file} />
      <Opinions file={file} />
      <Specials file={file} />
    </>
  );
}

function Examinations({ file }: TabProps) {
  const t = useWords(messages);
  const wanted = [
    t('examinersNeeded', { count: file.examinersNeeded }),
    file.needsSiteCheck ? t('siteCheckNeeded') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
  const third =
    file.thirdPartiesInformedOn === null
      ? t('thirdNot')
      : t('thirdInformed', { on: formatDay(file.thirdPartiesInformedOn, t.language) });
  return (
    <Section title={t('examinations')} description={wanted}>
      {file.examinations.length === 0 ? <p>{t('examinationsNone')}</p> : null}
      {file.examinations.map((one) => (
        <div key={`${one.by.id} ${one.at}`} className="ow-file-entry">
          <p>
            <StatusTag tone={one.passes ? 'good' : 'bad'}>
              {t(one.passes ? 'passed' : 'failed')}
            </StatusTag>{' '}
            <strong>{one.by.name}</strong> <TimeText at={one.at} />
            {one.isSiteCheck ? ` · ${t('siteCheck')}` : ''}
          </p>
          <p className="ow-lines">{one.opinion}</p>
          <FileLinks fileIds={one.fileIds} />
        </div>
      ))}
      {file.informsThirdParties ? (
        <p>
          {t('third')} {third}
        </p>
      ) : null}
    </Section>
  );
}

function Opinions({ file }: TabProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <Section title={t('opinions')}>
      {file.opinions.length === 0 ? <p>{t('opinionsNone')}</p> : null}
      {file.opinions.map((one) => (
        <div key={one.id} className="ow-file-entry">
          <p>
            <StatusTag tone={toneOf(one.answer)}>
              {one.answer === null ? t('unanswered') : t(`answer.${one.answer}`)}
            </StatusTag>{' '}
            <strong>{language === 'zh-CN' ? one.departmentNameZh : one.departmentNameEn}</strong>
          </p>
          <p className="ow-case-quiet">
            {t('opinionAsked', {
              by: one.askedByName,
              on: formatDay(localDay(new Date(one.askedAt)), language),
              due: formatDay(one.dueOn, language),
            })}
          </p>
          <p className="ow-lines">{one.question}</p>
          {one.answer === null ? null : (
            <blockquote className="ow-case-note">
              {one.text} {one.answeredByName}
            </blockquote>
          )}
        </div>
      ))}
    </Section>
  );
}

function toneOf(answer: CaseInFull['opinions'][number]['answer']) {
  if (answer === null) return 'warn';
  return answer === 'objects' ? 'bad' : 'good';
}

function Specials({ file }: TabProps) {
  const t = useWords(messages);
  const w = useWords(words);
  return (
    <Section title={t('specials')}>
      {file.specials.length === 0 ? <p>{t('specialsNone')}</p> : null}
      {file.specials.map((one) => (
        <div key={one.id} className="ow-file-entry">
          <p>
            <StatusTag tone={one.to === null ? 'warn' : 'idle'}>
              {t(one.to === null ? 'specialOpen' : 'specialEnded')}
            </StatusTag>{' '}
            <strong>{w(`special.${one.kind}`)}</strong>{' '}
            {t('specialText', {
              from: formatDay(one.from, t.language),
              to: one.to === null ? t('specialNow') : formatDay(one.to, t.language),
              days: one.neededDays,
            })}
          </p>
          <p className="ow-lines">{one.reason}</p>
          {one.result === '' ? null : (
            <blockquote className="ow-case-note">{one.result}</blockquote>
          )}
        </div>
      ))}
    </Section>
  );
}
