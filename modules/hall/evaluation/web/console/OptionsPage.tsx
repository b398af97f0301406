import { Button, Input } from 'antd';
import { useState } from 'react';

import { useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import {
  Field,
  FormDrawer,
  formatDay,
  Page,
  Section,
  StatusTag,
  useContractForm,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  Grade,
  gradeWords,
  type OptionSet,
  optionsOf,
  type RatingOption,
  routes,
} from '../../contract.ts';
import { messages } from './messages.ts';

import '../staff/staff.css';

/** Every version of the options, the newest first, and the way to a new one. */
export function OptionsPage() {
  const t = useWords(messages);
  const answer = useCall(routes.listOptionSets);
  const [isOpen, setOpen] = useState(false);
  return (
    <Page
      title={t('options')}
      description={t('optionsHint')}
      actions={
        <Button type="primary" onClick={() => setOpen(true)}>
          {t('issue')}
        </Button>
      }
    >
      <WithAnswer answer={answer}>
        {({ items, inForce }) => (
          <>
            {items.map((set) => (
              <SetView key={set.version} set={set} isInForce={set.version === inForce} />
            ))}
            {isOpen ? <IssueDrawer newest={items[0]} onClose={() => setOpen(false)} /> : null}
          </>
        )}
      </WithAnswer>
    </Page>
  );
}

function SetView({ set, isInForce }: { readonly set: OptionSet; readonly isInForce: boolean }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  return (
    <Section
      title={`${t('version', { version: set.version })} · ${set.name}`}
      description={`${t('from', { day: formatDay(set.validFrom, language) })} · ${t('basis', { basis: set.basis })}`}
      actions={isInForce ? <StatusTag tone="good">{t('inForce')}</StatusTag> : null}
    >
      <div className="ow-ev-two">
        {Grade.options.map((grade) => (
          <div key={grade}>
            <h3>{say(gradeWords[grade])}</h3>
            <ul>
              {optionsOf(set.options, grade).map((one) => (
                <li key={one.code}>
                  {one.code} {language === 'en' ? one.textEn : one.textZh}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}

const toLines = (options: readonly RatingOption[]): string =>
  options.map(({ code, textZh, textEn }) => `${code}，${textZh}，${textEn}`).join('\n');

const fromLines = (text: string): RatingOption[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [code = '', textZh = '', ...rest] = line.split(/[,，]/u).map((part) => part.trim());
      return { code, textZh, textEn: rest.join(', ') };
    });

function IssueDrawer({
  newest,
  onClose,
}: {
  readonly newest: OptionSet | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const form = useContractForm(routes.issueOptionSet, {
    initial: { name: newest?.name ?? '', options: newest?.options ?? [] },
    done: t('issued'),
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={t('issue')} isOpen onClose={onClose}>
      <Field form={form} name="name" label={t('name')} />
      <Field form={form} name="basis" label={t('basisField')} />
      <Field form={form} name="validFrom" label={t('validFrom')} hint={t('validFromHint')} />
      <Field form={form} name="options" label={t('lines')} hint={t('linesHint')}>
        <LinesField />
      </Field>
    </FormDrawer>
  );
}

interface LinesFieldProps {
  readonly id?: string;
  readonly value?: readonly RatingOption[];
  readonly onChange?: (options: RatingOption[]) => void;
}

const NO_OPTIONS: readonly RatingOption[] = [];

/** Options as lines of text, as they are pasted from the paper that allows them. */
function LinesField({ id, value = NO_OPTIONS, onChange }: LinesFieldProps) {
  const [text, setText] = useState(() => toLines(value));
  return (
    <Input.TextArea
      {...(id === undefined ? {} : { id })}
      rows={16}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange?.(fromLines(event.target.value));
      }}
    />
  );
}
