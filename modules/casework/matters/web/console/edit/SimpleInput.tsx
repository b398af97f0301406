import { Input, InputNumber, Select, Switch } from 'antd';
import { z } from 'zod';

import { useLanguage } from '#web/kit/language.tsx';

import { useEditing } from './editing.ts';
import { FenInput } from './FenInput.tsx';
import { choiceName, listKnown } from './field-names.ts';
import { FileIdInput } from './FileIdInput.tsx';
import { LinesInput } from './LinesInput.tsx';
import type { PartProps } from './part-props.ts';
import { remarksAt } from './places.ts';
import { isLong, listChoices } from './schema.ts';

/** The input of a text, a number, a switch, a choice or a list of texts. */
export function SimpleInput(part: PartProps) {
  const { id, name, schema, value, onChange, isOptional, place } = part;
  const { isReadOnly, remarks } = useEditing();
  const isWrong = remarksAt(remarks, place).some(({ weight }) => weight === 'error');
  const common = {
    id,
    disabled: isReadOnly,
    'aria-describedby': `${id}-about`,
    'aria-invalid': isWrong,
    ...(isWrong ? { status: 'error' as const } : {}),
  };
  if (schema instanceof z.ZodBoolean)
    return <Switch id={id} disabled={isReadOnly} checked={value === true} onChange={onChange} />;
  if (name.endsWith('Fen')) return <FenInput {...part} />;
  if (name.endsWith('FileId')) return <FileIdInput {...part} />;
  if (schema instanceof z.ZodNumber)
    return (
      <InputNumber
        {...common}
        value={typeof value === 'number' ? value : null}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  if (schema instanceof z.ZodArray) return <ManyInput {...part} />;
  const choices = listChoices(schema);
  if (choices !== undefined) return <ChoiceInput {...part} choices={choices} />;
  const text = typeof value === 'string' ? value : '';
  const change = (next: string) => onChange(next === '' && isOptional ? undefined : next);
  if (isLong(schema))
    return (
      <Input.TextArea
        {...common}
        autoSize={{ minRows: 2, maxRows: 12 }}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
    );
  return <Input {...common} value={text} onChange={(event) => change(event.target.value)} />;
}

function ChoiceInput(part: PartProps & { readonly choices: ReadonlyArray<string | number> }) {
  const { id, name, value, onChange, isOptional, choices } = part;
  const { language } = useLanguage();
  const { isReadOnly } = useEditing();
  return (
    <Select
      id={id}
      disabled={isReadOnly}
      allowClear={isOptional}
      value={value as string | number | undefined}
      options={choices.map((choice) => ({
        value: choice,
        label: choiceName(name, choice, language),
      }))}
      onChange={(next: string | number | undefined) => onChange(next)}
    />
  );
}

/** Several of a list that is known, or texts one a line. */
function ManyInput(part: PartProps) {
  const { id, name, schema, value, onChange } = part;
  const { language } = useLanguage();
  const { isReadOnly } = useEditing();
  const element = schema instanceof z.ZodArray ? (schema.element as z.ZodType) : schema;
  const options =
    listKnown(name, language) ??
    listChoices(element)?.map((choice) => ({
      value: String(choice),
      label: choiceName(name, choice, language),
    }));
  if (options === undefined) return <LinesInput {...part} />;
  return (
    <Select
      id={id}
      mode="multiple"
      disabled={isReadOnly}
      value={Array.isArray(value) ? (value as string[]) : []}
      options={[...options]}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(next: string[]) => onChange(next)}
    />
  );
}
