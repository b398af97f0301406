import { useCall } from '#web/client/index.ts';
import { RowTable, Section, StatusTag, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type LineDifference, routes, type VersionComparison } from '../../contract.ts';
import { showAmount } from './LinesTable.tsx';
import { messages } from './messages.ts';

const TONES = { added: 'good', removed: 'bad', changed: 'warn' } as const;

interface ComparisonProps {
  readonly id: string;
  readonly parentId: string;
  readonly year: number;
}

/** What a version changes against the one it was copied from: its lines, then what is printed differently. */
export function Comparison({ id, parentId, year }: ComparisonProps) {
  const t = useWords(messages);
  const answer = useCall(routes.compareVersions, { params: { id }, query: { with: parentId } });
  const registers = useCall(routes.getRegisters, { params: { year } });
  const nameOf = (code: string) =>
    registers.data?.projects.find((project) => project.code === code)?.name ??
    registers.data?.economic.find((item) => item.code === code)?.name ??
    '';
  return (
    <Section title={t('comparison')}>
      <WithAnswer answer={answer}>
        {(comparison) =>
          comparison.differences.length === 0 ? (
            <p>{t('noDifference')}</p>
          ) : (
            <>
              <p>
                {t('compared', {
                  count: comparison.differences.length,
                  before: showAmount(comparison.before.total),
                  after: showAmount(comparison.after.total),
                  change: showAmount(comparison.change),
                })}
              </p>
              <Lines differences={comparison.differences} nameOf={nameOf} />
              <Printed printed={comparison.printed} />
            </>
          )
        }
      </WithAnswer>
    </Section>
  );
}

interface LinesProps {
  readonly differences: readonly LineDifference[];
  readonly nameOf: (code: string) => string;
}

function Lines({ differences, nameOf }: LinesProps) {
  const t = useWords(messages);
  return (
    <RowTable
      label={t('comparison')}
      rows={differences}
      rowKey={(row) => row.key}
      columns={[
        { key: 'key', title: t('key'), render: (row) => row.key },
        {
          key: 'kind',
          title: t('change'),
          render: (row) => <StatusTag tone={TONES[row.kind]}>{t(row.kind)}</StatusTag>,
        },
        {
          key: 'part',
          title: t('project'),
          render: (row) => {
            const line = row.after ?? row.before;
            const code = line?.projectId === '' ? line.economicCode : (line?.projectId ?? '');
            return `${code} ${nameOf(code)} ${line?.part ?? ''}`;
          },
        },
        {
          key: 'before',
          title: t('before'),
          align: 'end',
          render: (row) => showAmount(row.before?.amount ?? ''),
        },
        {
          key: 'after',
          title: t('after'),
          align: 'end',
          render: (row) => showAmount(row.after?.amount ?? ''),
        },
        {
          key: 'change',
          title: t('changedBy'),
          align: 'end',
          render: (row) => showAmount(row.change),
        },
      ]}
    />
  );
}

/** Printed lines that differ: what was, struck out, above what is. Cells are parted by a bar. */
function Printed({ printed }: Pick<VersionComparison, 'printed'>) {
  const t = useWords(messages);
  if (printed.length === 0) return null;
  const show = (text: string) =>
    text
      .split('\t')
      .filter((cell) => cell !== '')
      .join(' | ');
  return (
    <details className="ow-budget-printed" open={printed.length <= 12}>
      <summary>{t('printedDiffers', { count: printed.length })}</summary>
      <ul lang="zh-CN">
        {printed.map((line) => (
          <li key={`${line.paragraph}${line.before}${line.after}`}>
            <small>{line.paragraph.replace(/^table\./, '').replace(/^sentence\./, '')}</small>
            <del>{show(line.before)}</del>
            <ins>{show(line.after)}</ins>
          </li>
        ))}
      </ul>
    </details>
  );
}
