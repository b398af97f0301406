import type { ReactNode } from 'react';

import { TimeText } from '#web/kit/common/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import type { CaseDocument } from '../../contract/documents.ts';
import { documentWords } from '../../contract/documents.ts';
import { messages } from './messages.ts';

import './parts.css';

export interface DocumentListProps {
  readonly items: readonly CaseDocument[];
  readonly addressOfDocument: (documentId: string) => string;
  /** Whether the applicant looks: how often a paper was printed does not concern them. */
  readonly isForApplicant?: boolean;
  /** What stands beside each paper for the staff: having it signed. */
  readonly renderBeside?: (document: CaseDocument) => ReactNode;
  /** A print changes the count: whoever shows the list asks again. */
  readonly onOpened?: () => void;
}

/** Papers that a case has given out, each as a PDF in a new tab. */
export function DocumentList(props: DocumentListProps) {
  const { items, addressOfDocument, isForApplicant = false, renderBeside, onOpened } = props;
  const t = useWords(messages);
  const { say } = useLanguage();
  if (items.length === 0) return <p className="ow-case-quiet">{t('documentsNone')}</p>;
  return (
    <ul className="ow-case-documents">
      {items.map((item) => {
        const name = say(documentWords[item.kind]);
        return (
          <li key={item.id}>
            <div>
              <strong>{name}</strong>
              <small>
                {item.number} · <TimeText at={item.issuedAt} />
                {isForApplicant || item.byName === '' ? '' : ` · ${item.byName}`}
                {isForApplicant
                  ? ''
                  : ` · ${item.printed === 0 ? t('printedNever') : t('printed', { count: item.printed })}`}
              </small>
            </div>
            <div className="ow-case-document-acts">
              {renderBeside?.(item)}
              <a
                className="ow-button"
                href={addressOfDocument(item.id)}
                target="_blank"
                rel="noreferrer"
                aria-label={t('openPdfOf', { name })}
                onClick={() => onOpened?.()}
              >
                {t('openPdf')}
              </a>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
