import { type Say, useWords } from '#web/kit/words.ts';

import type { Paper, RequiredPaper } from '../../contract.ts';
import { useText } from '../words/use-text.ts';
import { messages } from './messages.ts';

export interface PaperFactsProps {
  readonly required: RequiredPaper;
  readonly fileAddress?: (fileId: string) => string;
}

/** Form, copies and source of a paper in a line; blank form and sample; the rest to unfold. */
export function PaperFacts({ required, fileAddress }: PaperFactsProps) {
  const { paper, need } = required;
  const t = useWords(messages);
  const say = useText();
  return (
    <>
      {need === 'exempt' ? null : <p className="ow-papers-line">{sayForm(paper, t)}</p>}
      <Downloads paper={paper} {...(fileAddress === undefined ? {} : { fileAddress })} />
      {paper.howToFill === undefined && paper.acceptStandards.length === 0 ? null : (
        <details className="ow-papers-more">
          <summary>{t('details')}</summary>
          <dl>
            {paper.howToFill === undefined ? null : (
              <>
                <dt>{t('howToFill')}</dt>
                <dd>{say(paper.howToFill)}</dd>
              </>
            )}
            {paper.acceptStandards.length === 0 ? null : (
              <>
                <dt>{t('standards')}</dt>
                <dd>
                  <ul lang="zh-CN">
                    {paper.acceptStandards.map((standard) => (
                      <li key={standard}>{standard}</li>
                    ))}
                  </ul>
                </dd>
              </>
            )}
            {paper.issuedBy === undefined ? null : (
              <>
                <dt>{t('issuedBy')}</dt>
                <dd>{say(paper.issuedBy)}</dd>
              </>
            )}
            {paper.basis === undefined ? null : (
              <>
                <dt>{t('basis')}</dt>
                <dd lang="zh-CN">{paper.basis}</dd>
              </>
            )}
          </dl>
        </details>
      )}
    </>
  );
}

/** 原件 1 份，A4，纸质或电子均可，申请人自备. */
function sayForm(paper: Paper, t: Say<(typeof messages)['zh-CN']>): string {
  return [
    // The numbers of originals and copies say it already.
    paper.originals + paper.copies > 0 ? '' : t(`form.${paper.form}`),
    paper.originals === 0 ? '' : t('originals', { count: paper.originals }),
    paper.copies === 0 ? '' : t('copies', { count: paper.copies }),
    paper.sheet === 'other' ? t('sheetOther') : paper.sheet,
    t(`submission.${paper.submission}`),
    t(`source.${paper.source}`),
  ]
    .filter((part) => part !== '')
    .join(t('separator'));
}

function Downloads({ paper, fileAddress }: { readonly paper: Paper } & Partial<PaperFactsProps>) {
  const t = useWords(messages);
  const say = useText();
  const { blankFileId, sampleFileId } = paper;
  if (fileAddress === undefined || (blankFileId ?? sampleFileId) === undefined) return null;
  const name = say(paper.name);
  return (
    <p className="ow-papers-files ow-no-print">
      {blankFileId === undefined ? null : (
        <a href={fileAddress(blankFileId)} aria-label={t('blankOf', { name })}>
          {t('blank')}
        </a>
      )}
      {sampleFileId === undefined ? null : (
        <a href={fileAddress(sampleFileId)} aria-label={t('sampleOf', { name })}>
          {t('sample')}
        </a>
      )}
    </p>
  );
}
