import { useId } from 'react';
import { z } from 'zod';

import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import { Condition, Form, Text } from '../../../contract.ts';
import { ConditionField } from './ConditionField.tsx';
import { fieldName, listKnown } from './field-names.ts';
import { GroupField } from './GroupField.tsx';
import { ListField } from './ListField.tsx';
import { messages } from './messages.ts';
import type { PartProps, SchemaFieldProps } from './part-props.ts';
import { RemarksAt } from './Remarks.tsx';
import { listChoices, toBare } from './schema.ts';
import { SimpleInput } from './SimpleInput.tsx';
import { WordsField } from './WordsField.tsx';

/** 实施编码 and 业务办理项编码 have 31 and 33 characters: whoever compares one sees all of it. */
const LONG_CODES = new Set(['code', 'itemCode', 'taskCode', 'localTaskCode']);

/** One member of an object: its name, the input that its schema asks for, and what is to be put right. */
export function SchemaField(props: SchemaFieldProps) {
  const { name, place } = props;
  const t = useWords(messages);
  const { language } = useLanguage();
  const id = useId();
  const { schema, isOptional } = toBare(props.schema);
  const label = fieldName(name, language);
  const part: PartProps = { ...props, schema, isOptional, id, label };
  // The form has a designer of its own.
  if (schema === Form) return null;
  if (schema instanceof z.ZodObject && schema !== Text) return <GroupField {...part} />;
  if (isListOfObjects(schema)) return <ListField {...part} />;
  const isGroup = schema === Text || schema === Condition;
  const heading = (
    <>
      {label} {isOptional ? <small>{t('optional')}</small> : null}
    </>
  );
  return (
    <div
      className="ow-edit-field"
      data-wide={isGroup || isLines(schema, name) ? 'yes' : 'no'}
      data-code={LONG_CODES.has(name) ? 'yes' : 'no'}
    >
      {isGroup ? <p className="ow-edit-label">{heading}</p> : <label htmlFor={id}>{heading}</label>}
      <OneInput {...part} />
      <RemarksAt place={place} id={`${id}-about`} />
    </div>
  );
}

function OneInput(part: PartProps) {
  if (part.schema === Text) return <WordsField {...part} />;
  if (part.schema === Condition) return <ConditionField {...part} />;
  return <SimpleInput {...part} />;
}

function isListOfObjects(schema: z.ZodType): boolean {
  return schema instanceof z.ZodArray && schema.element instanceof z.ZodObject;
}

function isLines(schema: z.ZodType, name: string): boolean {
  return (
    schema instanceof z.ZodArray &&
    listKnown(name, 'en') === undefined &&
    listChoices(schema.element as z.ZodType) === undefined
  );
}
