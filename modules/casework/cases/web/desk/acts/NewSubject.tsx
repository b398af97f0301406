import { Input } from 'antd';

import { useWords } from '#web/kit/words.ts';

import type { Issue } from '../../../contract.ts';
import { messages } from './messages.ts';

type Subject = NonNullable<Issue['newSubject']>;

interface NewSubjectProps {
  readonly value?: Subject;
  readonly onChange?: (subject: Subject) => void;
}

const FIELDS = [
  { key: 'name', longest: 100 },
  { key: 'creditCode', longest: 18 },
] as const;

const NOBODY: Subject = { name: '', creditCode: '' };

/** 新设主体: its name as registered, and the credit code that the registry gave it. */
export function NewSubject({ value = NOBODY, onChange }: NewSubjectProps) {
  const t = useWords(messages);
  return (
    <div className="ow-acts-content">
      {FIELDS.map(({ key, longest }) => (
        <p key={key}>
          <label htmlFor={`new-subject-${key}`}>{t(`newSubject.${key}`)}</label>
          <Input
            id={`new-subject-${key}`}
            maxLength={longest}
            autoComplete="off"
            value={value[key]}
            onChange={({ target }) =>
              onChange?.({
                ...value,
                [key]: key === 'creditCode' ? target.value.trim().toUpperCase() : target.value,
              })
            }
          />
        </p>
      ))}
    </div>
  );
}
