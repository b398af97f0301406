import { Button } from 'antd';
import { useDeferredValue, useState } from 'react';

import { parseTypedYuan, toYuanText } from '#kernel/money/fen.ts';
import { useAct, useCall, useMay } from '#web/client/index.ts';
import { ProblemNotice, Section, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type BudgetVersion, type LineShape, permissions, routes } from '../../contract.ts';
import { DraftFoot } from './DraftFoot.tsx';
import { LineAudit } from './LineAudit.tsx';
import { LineFields, type TypedLine } from './LineFields.tsx';
import { LinesFiles } from './LinesFiles.tsx';
import { LinesTable } from './LinesTable.tsx';
import { messages } from './messages.ts';
import { useDraftAudit } from './use-draft-audit.ts';

interface EditorProps {
  readonly version: BudgetVersion;
}

/** The lines of a version; of a draft they can be typed, added and removed, and every change is audited at once. */
export function LinesEditor({ version }: EditorProps) {
  const may = useMay();
  const isDraft = may(permissions.draft) && version.state === 'draft';
  return isDraft ? <Draft version={version} /> : <Stored version={version} />;
}

function Stored({ version }: EditorProps) {
  const t = useWords(messages);
  const registers = useCall(routes.getRegisters, { params: { year: version.year } });
  return (
    <>
      <Section title={t('lines')} actions={<LinesFiles version={version} />}>
        <LinesTable year={version.year} rows={version.rows} registers={registers.data} />
      </Section>
      <LineAudit version={version} />
    </>
  );
}

const toTyped = (line: LineShape): TypedLine => ({ ...line, id: line.key, isNew: false });

/** A line with what was typed; an amount that cannot be read yet counts as nothing. */
function toLine({ id: _id, isNew: _isNew, ...line }: TypedLine): LineShape {
  const read = parseTypedYuan(line.amount);
  return { ...line, amount: read.ok ? toYuanText(read.value) : '0.00' };
}

function sumOf(rows: readonly TypedLine[]): bigint {
  return rows.reduce((sum, { amount }) => {
    const read = parseTypedYuan(amount);
    return read.ok ? sum + read.value : sum;
  }, 0n);
}

/** The next free key after those that are there, as they are written. */
function nextKey(rows: readonly TypedLine[]): string {
  const numbers = rows.map(({ key }) => Number.parseInt(key.replace(/\D/g, ''), 10) || 0);
  return `L${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}

function Draft({ version }: EditorProps) {
  const t = useWords(messages);
  const tell = useTell();
  const [rows, setRows] = useState<readonly TypedLine[]>(() => version.rows.map(toTyped));
  const registers = useCall(routes.getRegisters, { params: { year: version.year } });
  const save = useAct(routes.saveVersion, { onDone: () => tell.done(t('saved')) });
  const settled = useDeferredValue(rows.map(toLine));
  const running = useDraftAudit(version, settled);
  const replace = (row: TypedLine) =>
    setRows((former) => former.map((one) => (one.id === row.id ? row : one)));
  const add = () =>
    setRows((former) => {
      const key = nextKey(former);
      const last = former.at(-1);
      return [
        ...former,
        {
          id: `new-${key}-${former.length}`,
          isNew: true,
          key,
          fund: last?.fund ?? 'generalPublic',
          source: last?.source ?? 'fiscal',
          kind: last?.kind ?? 'project',
          functionCode: last?.functionCode ?? '',
          economicCode: '',
          governmentCode: '',
          projectId: last?.projectId ?? '',
          part: '',
          amount: '0.00',
          note: '',
        },
      ];
    });
  return (
    <>
      <Section
        title={t('lines')}
        actions={
          <>
            <LinesFiles version={version} />
            <Button
              type="primary"
              loading={save.isPending}
              onClick={() =>
                save.mutate({
                  params: { id: version.id },
                  body: {
                    version: version.version,
                    rows: rows.map(toLine),
                    facts: version.facts,
                  },
                })
              }
            >
              {t('save')}
            </Button>
          </>
        }
      >
        {save.error ? <ProblemNotice problem={save.error} /> : null}
        <LineFields
          rows={rows}
          registers={registers.data}
          onChange={replace}
          onRemove={(id) => setRows((former) => former.filter((one) => one.id !== id))}
        />
        <DraftFoot sumFen={sumOf(rows)} running={running} onAdd={add} />
      </Section>
      <LineAudit version={version} running={running} />
    </>
  );
}
