import type { ReactNode } from 'react';

import { formatDay, Notice, ProblemNotice, Section, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type DocumentKind, type Preview, toFen } from '../../../contract.ts';
import { messages } from '../../messages.ts';
import { Yuan } from '../../parts/Yuan.tsx';
import { words } from './messages.ts';
import type { PreviewState } from './use-preview.ts';

/** What a document would do to the ledger, or the rule that stands against it. */
export function PreviewPanel({
  state,
  kind,
}: {
  readonly state: PreviewState;
  readonly kind: DocumentKind;
}) {
  const t = useWords(words);
  const { isComplete, isBusy, preview, problem } = state;
  return (
    <Section title={t('effect')} description={t('effectHint')}>
      <div className="ow-contracts-effect" aria-busy={isBusy} aria-live="polite">
        {isComplete ? null : <p className="ow-form-hint">{t('incomplete')}</p>}
        {problem === null ? null : <ProblemNotice problem={problem} />}
        {preview === undefined ? null : <Effect preview={preview} kind={kind} />}
      </div>
    </Section>
  );
}

/** The figures of a preview: what follows, and each line before and after. */
export function Effect({
  preview,
  kind,
}: {
  readonly preview: Preview;
  readonly kind: DocumentKind;
}) {
  const t = useWords(words);
  const { language } = useLanguage();
  const { amount, quantity, dueOn, publishBy, instalments, lines } = preview;
  const day = (on: string) => formatDay(on, language);
  return (
    <>
      <dl className="ow-contracts-facts">
        <Fact name={t('amount')}>
          <Yuan amount={amount} />
        </Fact>
        {quantity === null ? null : <Fact name={t('quantity')}>{quantity}</Fact>}
        {dueOn === null ? null : <Fact name={t('dueOn')}>{day(dueOn)}</Fact>}
        {publishBy === null ? null : <Fact name={t('publishBy')}>{day(publishBy)}</Fact>}
        {instalments.map(({ seq, label, amount: part }) => (
          <Fact key={seq} name={`${seq} ${label}`}>
            <Yuan amount={part} />
          </Fact>
        ))}
      </dl>
      {lines.length === 0 ? <Notice tone="idle" title={t('moves.none')} /> : null}
      {lines.map((line) => (
        <LineEffect key={line.id} line={line} />
      ))}
      {kind === 'contract' ? <p className="ow-form-hint">{t('afterApproval')}</p> : null}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const SHOWN = ['limit', 'available', 'reserved', 'committed', 'due', 'paid'] as const;

function LineEffect({ line }: { readonly line: Preview['lines'][number] }) {
  const t = useWords(messages);
  const w = useWords(words);
  const { before, after, name, year } = line;
  const changed = SHOWN.filter((one) => one === 'available' || before[one] !== after[one]);
  return (
    <table className="ow-contracts-line">
      <caption>
        {year} {name}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('state')}</th>
          <th scope="col">{w('before')}</th>
          <th scope="col">{w('after')}</th>
          <th scope="col">{w('change')}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((one) => (
          <tr key={one} data-changed={before[one] === after[one] ? 'no' : 'yes'}>
            <th scope="row">{t(one)}</th>
            <td>
              <Yuan amount={before[one]} />
            </td>
            <td>
              <Yuan amount={after[one]} />
            </td>
            <td>
              <Yuan amount={differenceOf(before[one], after[one])} isSigned />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function differenceOf(before: string, after: string): bigint {
  return toFen(after) - toFen(before);
}
