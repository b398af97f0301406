import { useWords } from '#web/kit/words.ts';

import type { PublishedParagraph } from '../../contract.ts';
import { messages } from '../messages.ts';
import { plain, toPieces } from './pieces.ts';

/** Where the tables and projects are: the book is long. */
export function BookContents({
  paragraphs,
}: {
  readonly paragraphs: readonly PublishedParagraph[];
}) {
  const t = useWords(messages);
  const tables = paragraphs.filter(({ kind }) => kind === 'title');
  const projects = toPieces(paragraphs).filter((piece) => 'project' in piece);
  return (
    <nav className="ow-budget-contents ow-no-print" aria-label={t('contents')}>
      <details open>
        <summary>{t('tables')}</summary>
        <ol lang="zh-CN">
          {tables.map(({ key, lines }) => (
            <li key={key}>
              <a href={`#${key}`}>{plain(lines[0] ?? [])}</a>
            </li>
          ))}
        </ol>
      </details>
      <details>
        <summary>{t('projects')}</summary>
        <ol lang="zh-CN">
          {projects.map(({ project, title }) => (
            <li key={project}>
              <a href={`#${project}`} onClick={() => unfold(project)}>
                {title}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

function unfold(id: string): void {
  const found = document.getElementById(id);
  if (found instanceof HTMLDetailsElement) found.open = true;
}
