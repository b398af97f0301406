import { Button, Input } from 'antd';
import { useState } from 'react';

import { parseTypedYuan, toYuanText } from '#kernel/money/fen.ts';
import { useAct, useCall, useMay } from '#web/client/index.ts';
import {
  EmptyState,
  Page,
  ProblemNotice,
  Section,
  useParam,
  useTell,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { type Say, useWords } from '#web/kit/words.ts';

import {
  type BudgetFacts,
  type BudgetVersion,
  permissions,
  routes,
  stageWords,
} from '../../contract.ts';
import { messages } from './messages.ts';
import { type Amounts, MoneyFields, type MoneyGroup } from './MoneyFields.tsx';
import { nameOfTargetTable, withTargetTable } from './target-table.ts';

import './console.css';

/** What a book says that does not follow from its lines: last year, reasons, purposes, procurement, prose. */
export function FactsPage() {
  const t = useWords(messages);
  const id = useParam('versionId');
  const answer = useCall(routes.getVersion, { params: { id } });
  const { data } = answer;
  const crumb =
    data === undefined
      ? []
      : [
          {
            title: `${data.year} ${stageWords[data.stage][t.language]} ${data.number}`,
            to: `/budget/versions/${data.id}`,
          },
        ];
  return (
    <Page
      title={t('facts')}
      description={t('factsHint')}
      crumbs={[{ title: t('versions'), to: '/budget/versions' }, ...crumb]}
    >
      <WithAnswer answer={answer}>
        {(version) =>
          version.facts === null ? (
            <EmptyState title={t('noFacts')} />
          ) : (
            <Editor key={version.version} version={version} facts={version.facts} />
          )
        }
      </WithAnswer>
    </Page>
  );
}

const MONEY = ['lastYear', 'lastYearThreePublic', 'procurement'] as const;

/** Amounts as they are written, from what was typed. */
function toAmounts(typed: Amounts): Amounts {
  return Object.fromEntries(
    Object.entries(typed).map(([key, text]) => {
      const read = parseTypedYuan(text);
      return [key, read.ok ? toYuanText(read.value) : text];
    }),
  );
}

interface EditorProps {
  readonly version: BudgetVersion;
  readonly facts: BudgetFacts;
}

function Editor({ version, facts }: EditorProps) {
  const t = useWords(messages);
  const tell = useTell();
  const mayEdit = useMay()(permissions.draft) && version.state === 'draft';
  const [typed, setTyped] = useState(facts);
  const save = useAct(routes.saveVersion, { onDone: () => tell.done(t('saved')) });
  const setGroup = (group: MoneyGroup, amounts: Amounts) =>
    setTyped((former) => ({ ...former, [group]: amounts }));
  const isRight = MONEY.every((group) =>
    Object.values<string>(typed[group] ?? {}).every((text) => parseTypedYuan(text).ok),
  );
  const body = () => ({
    version: version.version,
    rows: version.rows,
    facts: {
      ...typed,
      ...Object.fromEntries(
        MONEY.map((group) => [group, typed[group] === null ? null : toAmounts(typed[group])]),
      ),
    },
  });
  return (
    <fieldset className="ow-budget-facts" disabled={!mayEdit}>
      <legend className="ow-only-read">{t('facts')}</legend>
      {save.error ? <ProblemNotice problem={save.error} /> : null}
      {MONEY.map((group) => (
        <MoneyFields
          key={group}
          group={group}
          amounts={typed[group]}
          onChange={(amounts) => setGroup(group, amounts)}
        />
      ))}
      <Section title={t('texts')}>
        <TextField
          label={t('reasonOfChange')}
          value={typed.reason}
          onChange={(reason) => setTyped((former) => ({ ...former, reason }))}
        />
        {Object.entries(typed.purposes).map(([code, text]) => (
          <TextField
            key={code}
            label={t('purposeOf', { code })}
            value={text}
            onChange={(purpose) =>
              setTyped((former) => ({
                ...former,
                purposes: { ...former.purposes, [code]: purpose },
              }))
            }
          />
        ))}
        <TextField
          label={t('targetTableName')}
          value={nameOfTargetTable(typed)}
          onChange={(name) => setTyped((former) => withTargetTable(former, name))}
        />
        {Object.entries(typed.prose).map(([key, texts]) => (
          <TextField
            key={key}
            label={sayProse(key, t)}
            value={texts.join('\n')}
            onChange={(text) =>
              setTyped((former) => ({
                ...former,
                prose: { ...former.prose, [key]: text.split('\n') },
              }))
            }
          />
        ))}
      </Section>
      {mayEdit ? (
        <Button
          type="primary"
          loading={save.isPending}
          disabled={!isRight}
          onClick={() => save.mutate({ params: { id: version.id }, body: body() })}
        >
          {t('saveFacts')}
        </Button>
      ) : null}
    </fieldset>
  );
}

const PROSE = {
  contents: 'proseContents',
  duty: 'proseDuty',
  duties: 'proseDuties',
  structure: 'proseStructure',
  assets: 'proseAssets',
  purchases: 'prosePurchases',
} as const;

/** What a fixed text of the book is called; one that only its template knows goes by its key. */
function sayProse(key: string, t: Say<(typeof messages)['zh-CN']>): string {
  const term = /^term(\d+)$/.exec(key)?.[1];
  if (term !== undefined) return t('proseTerm', { number: term });
  return isProseKey(key) ? t(PROSE[key]) : t('proseOf', { key });
}

const isProseKey = (key: string): key is keyof typeof PROSE => key in PROSE;

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function TextField({ label, value, onChange }: TextFieldProps) {
  return (
    <label className="ow-budget-text">
      {label}
      <Input.TextArea
        lang="zh-CN"
        autoSize={{ minRows: 1, maxRows: 12 }}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
