import { FormShow, useText } from '#modules/casework/matters/web/parts.ts';
import { Card } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { OwnCase } from '../../../contract.ts';
import { PaperTag } from '../../parts/CaseTags.tsx';
import { FileLinks } from '../../parts/FileLinks.tsx';
import { messages } from '../messages.ts';
import { useOwnItem } from './use-own-item.ts';

/** What was handed in: papers with their state, and the form. */
export function OwnPapers({ file }: { readonly file: OwnCase }) {
  const t = useWords(messages);
  const text = useText();
  const item = useOwnItem(file);
  return (
    <Card title={t('papers')}>
      <ul className="ow-own-papers">
        {file.papers.map((paper) => (
          <li key={paper.key}>
            <span>{text(paper.name)}</span>
            <PaperTag state={paper.state} />
            <FileLinks fileIds={paper.fileIds} />
          </li>
        ))}
      </ul>
      {item === undefined ? null : (
        <details className="ow-own-form">
          <summary>{t('showForm')}</summary>
          <FormShow form={item.form} answers={file.answers} values={file.form} />
        </details>
      )}
    </Card>
  );
}
