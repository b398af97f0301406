import { Button, Input, InputNumber, Select } from 'antd';

import { useWords } from '#web/kit/words.ts';

import type { Condition, Field } from '../../../contract.ts';
import { useText } from '../../words/use-text.ts';
import { useEditing } from './editing.ts';
import { kindOfPart, type PartKind, toPartKind } from './flat-condition.ts';
import { messages } from './messages.ts';

const KINDS: readonly PartKind[] = ['question', 'not-question', 'filled', 'empty', 'is', 'atLeast'];

export interface ConditionPartProps {
  readonly part: Condition;
  readonly onChange: (part: Condition) => void;
  readonly onRemove: () => void;
}

/** One part: what it looks at, and what must be so. */
export function ConditionPart({ part, onChange, onRemove }: ConditionPartProps) {
  const t = useWords(messages);
  const editing = useEditing();
  const kind = kindOfPart(part);
  const possible = KINDS.filter((one) => toPartKind(part, one, editing) !== undefined);
  return (
    <div className="ow-edit-part">
      <Select
        aria-label={t('condition')}
        value={kind}
        options={possible.map((one) => ({ value: one, label: t(`condition.${one}`) }))}
        onChange={(next: PartKind) => onChange(toPartKind(part, next, editing) ?? part)}
      />
      <PartDetails part={part} onChange={onChange} />
      <Button size="small" onClick={onRemove}>
        {t('remove')}
      </Button>
    </div>
  );
}

type DetailsProps = Pick<ConditionPartProps, 'part' | 'onChange'>;

function PartDetails({ part, onChange }: DetailsProps) {
  if ('question' in part) return <QuestionDetails part={part} onChange={onChange} />;
  if ('not' in part && 'question' in part.not)
    return <QuestionDetails part={part.not} onChange={(next) => onChange({ not: next })} />;
  if ('field' in part) return <FieldDetails part={part} onChange={onChange} />;
  return null;
}

interface QuestionDetailsProps {
  readonly part: Extract<Condition, { readonly question: string }>;
  readonly onChange: (part: Condition) => void;
}

function QuestionDetails({ part, onChange }: QuestionDetailsProps) {
  const t = useWords(messages);
  const say = useText();
  const { questions } = useEditing();
  const question = questions.find(({ key }) => key === part.question);
  return (
    <>
      <Select
        aria-label={t('condition.question')}
        value={part.question}
        options={questions.map(({ key, text }) => ({ value: key, label: say(text) }))}
        onChange={(key: string) => {
          const first = questions.find((one) => one.key === key)?.options[0];
          if (first !== undefined) onChange({ question: key, chosen: first.key });
        }}
      />
      <Select
        aria-label={t('option')}
        value={part.chosen}
        options={(question?.options ?? []).map(({ key, text }) => ({
          value: key,
          label: say(text),
        }))}
        onChange={(chosen: string) => onChange({ ...part, chosen })}
      />
    </>
  );
}

interface FieldDetailsProps {
  readonly part: Extract<Condition, { readonly field: string }>;
  readonly onChange: (part: Condition) => void;
}

function FieldDetails({ part, onChange }: FieldDetailsProps) {
  const t = useWords(messages);
  const say = useText();
  const { form } = useEditing();
  const fields = form.sections.flatMap((section) => section.fields);
  const field = fields.find(({ key }) => key === part.field);
  return (
    <>
      <Select
        aria-label={t('condition.filled')}
        value={part.field}
        options={fields.map(({ key, label }) => ({ value: key, label: say(label) }))}
        onChange={(key: string) => onChange({ ...part, field: key })}
      />
      {'is' in part ? (
        <ValueInput field={field} value={part.is} onChange={(is) => onChange({ ...part, is })} />
      ) : null}
      {'atLeast' in part ? (
        <InputNumber
          aria-label={t('value')}
          value={part.atLeast}
          onChange={(atLeast) => onChange({ ...part, atLeast: atLeast ?? 0 })}
        />
      ) : null}
    </>
  );
}

type Value = string | number | boolean;

interface ValueInputProps {
  readonly field: Field | undefined;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function ValueInput({ field, value, onChange }: ValueInputProps) {
  const t = useWords(messages);
  const say = useText();
  if (field?.kind === 'choice')
    return (
      <Select
        aria-label={t('value')}
        value={String(value)}
        options={field.options.map(({ key, text }) => ({ value: key, label: say(text) }))}
        onChange={(next: string) => onChange(next)}
      />
    );
  if (field?.kind === 'yes-no')
    return (
      <Select
        aria-label={t('value')}
        value={value === true ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]}
        onChange={(next: string) => onChange(next === 'yes')}
      />
    );
  if (field?.kind === 'number')
    return (
      <InputNumber
        aria-label={t('value')}
        value={typeof value === 'number' ? value : null}
        onChange={(next) => onChange(next ?? 0)}
      />
    );
  return (
    <Input
      aria-label={t('value')}
      value={String(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
