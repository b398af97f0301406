import { useId, useMemo, useState } from 'react';

import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import {
  type Answers,
  checkForm,
  type Field,
  type Form,
  type FormFault,
  type FormValues,
  isFilled,
  showForm,
} from '../../contract.ts';
import { inputOf } from '../fields/index.ts';
import { SurroundingsContext } from '../fields/surroundings.ts';
import { useTowns } from '../fields/use-towns.ts';
import { useText } from '../words/use-text.ts';
import { faultsOf } from './faults.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { messages } from './messages.ts';

import './form.css';

export interface FormFillProps {
  readonly form: Form;
  /** Pruned answers to the questions; conditions look at them. */
  readonly answers: Answers;
  readonly values: FormValues;
  readonly onChange: (values: FormValues) => void;
  /** What the server found; each goes when its field is changed. */
  readonly problems?: readonly FormFault[];
  /** Somebody tried to go on: every fault shows, not only those of fields that were left. */
  readonly isChecked?: boolean;
  /** What was known before anybody typed; a field that still says so is marked. */
  readonly prefilled?: FormValues;
  readonly today?: string;
  /** Six digits: where addresses of the district lie. */
  readonly district?: string;
  /** Without it no file is taken. */
  readonly filePurpose?: string;
  readonly signaturePurpose?: string;
  readonly isDisabled?: boolean;
}

const NONE: readonly FormFault[] = [];

/** A form to fill in, section by section. What is wrong with a field shows when it is left. */
export function FormFill(props: FormFillProps) {
  const { form, answers, values, onChange, problems = NONE, isChecked = false } = props;
  const { today, district, filePurpose, signaturePurpose } = props;
  const t = useWords(messages);
  const say = useText();
  const towns = useTowns();
  const id = useId();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [mended, setMended] = useState<ReadonlyMap<string, readonly FormFault[]>>(new Map());
  const { sections } = useMemo(() => showForm(form, answers, values), [form, answers, values]);
  const surroundings = useMemo(
    () => ({ towns, today, filePurpose, signaturePurpose, values }),
    [towns, today, filePurpose, signaturePurpose, values],
  );
  const found = checkForm(form, answers, values, { today, district });
  const faultsFor = (key: string): readonly FormFault[] => [
    ...(isChecked || left.has(key) ? found : []),
    ...(mended.get(key) === problems ? [] : problems),
  ];
  const set = (key: string, value: unknown) => {
    setMended(new Map(mended).set(key, problems));
    const rest = Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
    onChange(value === undefined ? rest : { ...rest, [key]: value });
  };
  return (
    <SurroundingsContext value={surroundings}>
      <div className="ow-fill">
        {sections.length === 0 ? <p className="ow-fill-place">{t('nothing')}</p> : null}
        {sections.map(({ section, fields }) => (
          <section
            key={section.key}
            className="ow-fill-section"
            aria-labelledby={`${id}-${section.key}`}
          >
            <h3 id={`${id}-${section.key}`}>{say(section.title)}</h3>
            <div className="ow-fill-fields">
              {fields.map((field) => (
                <OneField
                  key={field.key}
                  field={field}
                  id={`${id}-${section.key}-${field.key}`}
                  faults={faultsFor(field.key)}
                  value={values[field.key]}
                  prefilled={props.prefilled?.[field.key]}
                  isDisabled={props.isDisabled ?? false}
                  onChange={(value) => set(field.key, value)}
                  onLeave={() => setLeft(new Set(left).add(field.key))}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </SurroundingsContext>
  );
}

interface OneFieldProps {
  readonly field: Field;
  readonly id: string;
  readonly faults: readonly FormFault[];
  readonly value: unknown;
  readonly prefilled: unknown;
  readonly isDisabled: boolean;
  readonly onChange: (value: unknown) => void;
  readonly onLeave: () => void;
}

function OneField(props: OneFieldProps) {
  const { field, id, value, prefilled, isDisabled, onChange, onLeave } = props;
  const { language } = useLanguage();
  const Input = inputOf(field);
  const faults = faultsOf(props.faults, field.key, language);
  const isPrefilled = isFilled(prefilled) && JSON.stringify(prefilled) === JSON.stringify(value);
  return (
    <div
      className="ow-fill-one"
      data-wide={isWide(field) ? 'yes' : 'no'}
      onBlur={(event) => {
        // Inside a field of several controls the focus moves on: that is not yet leaving it.
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
    >
      <FieldFrame field={field} id={id} faults={faults} isPrefilled={isPrefilled}>
        {(given) => <Input {...given} {...{ field, value, onChange, faults, isDisabled }} />}
      </FieldFrame>
    </div>
  );
}

const WHOLE_WIDTH: ReadonlySet<Field['kind']> = new Set([
  'address',
  'file',
  'firm',
  'person',
  'premises',
  'signature',
  'statement',
  'table',
]);

/** Takes the whole width; others stand side by side where there is room. */
function isWide(field: Field): boolean {
  if (field.kind === 'text') return (field.lines ?? 1) > 1 || (field.longest ?? 0) > 100;
  if (field.kind === 'choice')
    return field.many || field.options.some(({ text }) => text.zh.length > 12);
  return WHOLE_WIDTH.has(field.kind);
}
