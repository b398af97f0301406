import { Input, Radio } from 'antd';

import { useText } from '#modules/casework/matters/web/parts.ts';
import { useWords } from '#web/kit/words.ts';

import type { CasePaper, PaperInput } from '../../../contract.ts';
import { CompactUpload } from '../../parts/CompactUpload.tsx';
import { FileLinks } from '../../parts/FileLinks.tsx';
import { messages as words } from '../../parts/messages.ts';
import { messages } from './messages.ts';

import './acts.css';

const NONE: readonly PaperInput[] = [];

interface PaperChecksProps {
  readonly papers: readonly CasePaper[];
  /** What can be said of each; the first is said when a file comes in. */
  readonly states: ReadonlyArray<PaperInput['state']>;
  readonly value?: readonly PaperInput[];
  readonly onChange?: (inputs: readonly PaperInput[]) => void;
}

/** A paper as it stands, to be said again with what changed. */
export const toInput = (paper: CasePaper): PaperInput => ({
  key: paper.key,
  state: paper.state === 'exempt' ? 'accepted' : paper.state,
  source: paper.source ?? 'paper',
  fileIds: paper.fileIds,
  originals: paper.originals,
  copies: paper.copies,
  ...(paper.licenceId === null ? {} : { licenceId: paper.licenceId }),
  ...(paper.fromCaseId === null ? {} : { fromCaseId: paper.fromCaseId }),
  note: paper.note,
});

/** Papers one by one: what they are worth, their files, and why one is unfit. Only what was touched is sent. */
export function PaperChecks({ papers, states, value = NONE, onChange }: PaperChecksProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const text = useText();
  const said = new Map(value.map((input) => [input.key, input]));
  const set = (paper: CasePaper, part: Partial<PaperInput>) => {
    const input = { ...(said.get(paper.key) ?? toInput(paper)), ...part };
    onChange?.([...value.filter(({ key }) => key !== paper.key), input]);
  };
  if (papers.length === 0) return <p>{t('noneOpen')}</p>;
  return (
    <ul className="ow-acts-papers">
      {papers.map((paper) => {
        const input = said.get(paper.key) ?? toInput(paper);
        const name = text(paper.name);
        const [first = 'pending'] = states;
        return (
          <li key={paper.key}>
            <strong>{name}</strong>
            <Radio.Group
              aria-label={`${t('check')} ${name}`}
              size="small"
              optionType="button"
              value={input.state}
              options={states.map((state) => ({ value: state, label: w(`paper.${state}`) }))}
              onChange={(event) => set(paper, { state: event.target.value as PaperInput['state'] })}
            />
            <FileLinks
              fileIds={input.fileIds}
              onRemove={(id) => set(paper, { fileIds: input.fileIds.filter((one) => one !== id) })}
            />
            <CompactUpload
              label={name}
              purpose="cases.paper"
              onFiles={(ids) =>
                set(paper, { fileIds: [...input.fileIds, ...ids], source: 'upload', state: first })
              }
            />
            {input.state === 'unfit' ? (
              <Input
                aria-label={`${t('noteLabel')} ${name}`}
                placeholder={t('noteLabel')}
                maxLength={500}
                value={input.note}
                onChange={(event) => set(paper, { note: event.target.value })}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
