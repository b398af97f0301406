import type { ImportPreview } from '#kernel/imports/contract.ts';

import { formatNumber, useLanguage } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

import './imports.css';

const COUNTS = ['rowCount', 'createCount', 'updateCount', 'unchangedCount', 'faultCount'] as const;

/** How many rows a sheet has and what becomes of them. */
export function PreviewCounts({ preview }: { readonly preview: ImportPreview }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <dl className="ow-import-counts">
      {COUNTS.map((name) => (
        <div key={name} data-count={name} data-none={preview[name] === 0 ? 'yes' : 'no'}>
          <dt>{t(name)}</dt>
          <dd>{formatNumber(preview[name], language)}</dd>
        </div>
      ))}
    </dl>
  );
}
