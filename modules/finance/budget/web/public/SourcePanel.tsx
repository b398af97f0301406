import { useEffect, useRef } from 'react';

import { useMay } from '#web/client/index.ts';
import { Action } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type LineShape, listRulesOf, type Publication } from '../../contract.ts';
import { messages } from '../messages.ts';
import { showShare, showYuan, sumOf, toFen } from './shares.ts';

/** The permission of the module that follows the money; it stands above this one. */
const CHAIN = 'projects.view';

/** A figure whose source is asked for. */
export interface AskedFigure {
  readonly text: string;
  readonly expression: string;
  readonly lineKeys: readonly string[];
  /** The part of the book in which it is printed, e.g. `table.T3`. */
  readonly paragraph?: string;
}

interface SourcePanelProps {
  readonly asked: AskedFigure;
  readonly publication: Publication;
  readonly onClose: () => void;
}

/** Where a figure comes from: how it is computed and the lines that it adds up. */
export function SourcePanel({ asked, publication, onClose }: SourcePanelProps) {
  const t = useWords(messages);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const keys = new Set(asked.lineKeys);
  const lines = publication.lines.filter(({ key }) => keys.has(key));
  return (
    <dialog
      ref={dialog}
      className="ow-budget-source"
      aria-label={t('sourceOf', { text: asked.text })}
      onClose={onClose}
    >
      <header>
        <h2>{t('sourceOf', { text: asked.text })}</h2>
        <Action onPress={onClose}>{t('close')}</Action>
      </header>
      <p>
        {t('computed')}
        <code>{asked.expression}</code>
      </p>
      {lines.length === 0 ? <p>{t('noLines')}</p> : <Lines lines={lines} of={publication} />}
      <p>
        <a href={`/api/v1/public/budget/${publication.year}/csv`} download>
          {t('csvOfLines', { count: publication.lines.length })}
        </a>
      </p>
      <Spent lines={lines} of={publication} />
      <RulesOf paragraph={asked.paragraph} />
    </dialog>
  );
}

interface LinesProps {
  readonly lines: readonly LineShape[];
  readonly of: Publication;
}

function Lines({ lines, of: { codes, projects } }: LinesProps) {
  const t = useWords(messages);
  const name = new Map(projects.map((project) => [project.id, project.name]));
  const said = (code: string, names: Readonly<Record<string, string>>) =>
    code === '' ? '' : `${code} ${names[code] ?? ''}`;
  return (
    <>
      <p>{t('lineCount', { count: lines.length, amount: showYuan(sumOf(lines)) })}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="ow-budget-scroll" tabIndex={0} aria-label={t('line')}>
        <table lang="zh-CN">
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('functionItem')}</th>
              <th scope="col">{t('economicItem')}</th>
              <th scope="col">{t('projectName')}</th>
              <th scope="col">{t('part')}</th>
              <th scope="col">{t('amount')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">{line.key}</th>
                <td>{said(line.functionCode, codes.function)}</td>
                <td>{said(line.economicCode, codes.economic)}</td>
                <td>{name.get(line.projectId) ?? line.projectId}</td>
                <td>{line.part}</td>
                <td className="ow-budget-amount">{showYuan(toFen(line.amount))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** What was paid by now of the projects among the lines. */
function Spent({ lines, of: { projects, year } }: LinesProps) {
  const t = useWords(messages);
  // For staff who are signed in beside: what stands behind the figure, down to the ticket.
  const maySeeChain = useMay()(CHAIN);
  const ids = new Set(lines.map(({ projectId }) => projectId));
  const own = projects.filter(({ id, paid }) => ids.has(id) && paid !== null);
  if (own.length === 0) return null;
  return (
    <>
      <h3>{t('spent')}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="ow-budget-scroll" tabIndex={0} aria-label={t('spent')}>
        <table lang="zh-CN">
          <thead>
            <tr>
              <th scope="col">{t('projectName')}</th>
              <th scope="col">{t('amount')}</th>
              <th scope="col">{t('paid')}</th>
              <th scope="col">{t('paidShare')}</th>
            </tr>
          </thead>
          <tbody>
            {own.map(({ id, name, amount, paid }) => (
              <tr key={id}>
                <th scope="row">
                  {name}
                  {maySeeChain ? (
                    <>
                      {' '}
                      <a href={`/console/chain/projects/${id}?year=${year}`}>{t('chain')}</a>
                    </>
                  ) : null}
                </th>
                <td className="ow-budget-amount">{showYuan(toFen(amount))}</td>
                <td className="ow-budget-amount">{showYuan(toFen(paid ?? '0.00'))}</td>
                <td className="ow-budget-amount">
                  {t('share', { percent: showShare(toFen(paid ?? '0.00'), toFen(amount)) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** The rules of cross-checking that hold the table in which the figure is printed. */
function RulesOf({ paragraph }: { readonly paragraph: string | undefined }) {
  const t = useWords(messages);
  const rules = listRulesOf(paragraph);
  if (rules.length === 0) return null;
  return (
    <details>
      <summary>{t('rulesOf', { count: rules.length })}</summary>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>
            {rule.id} {t.language === 'en' ? rule.en : rule.zh} <code>{rule.formula}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
