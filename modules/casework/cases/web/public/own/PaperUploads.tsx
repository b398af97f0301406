import { useText } from '#modules/casework/matters/web/parts.ts';

import type { CasePaper, PaperInput } from '../../../contract.ts';
import { PaperTag } from '../../parts/CaseTags.tsx';
import { CompactUpload } from '../../parts/CompactUpload.tsx';
import { FileLinks } from '../../parts/FileLinks.tsx';

/** Files newly sent, by the key of their paper. */
export type NewFiles = Readonly<Record<string, readonly string[]>>;

export const toInputs = (files: NewFiles): PaperInput[] =>
  Object.entries(files)
    .filter(([, fileIds]) => fileIds.length > 0)
    .map(([key, fileIds]) => ({
      key,
      state: 'pending',
      source: 'upload',
      fileIds: [...fileIds],
      originals: 0,
      copies: 0,
      note: '',
    }));

interface PaperUploadsProps {
  readonly papers: readonly CasePaper[];
  readonly files: NewFiles;
  readonly onChange: (files: NewFiles) => void;
}

/** Papers to send anew, one by one. */
export function PaperUploads({ papers, files, onChange }: PaperUploadsProps) {
  const text = useText();
  return (
    <ul className="ow-own-papers">
      {papers.map((paper) => {
        const added = files[paper.key] ?? [];
        const name = text(paper.name);
        const set = (fileIds: readonly string[]) => onChange({ ...files, [paper.key]: fileIds });
        return (
          <li key={paper.key}>
            <strong>{name}</strong>
            <PaperTag state={added.length > 0 ? 'pending' : paper.state} />
            {paper.note === '' ? null : <p>{paper.note}</p>}
            <FileLinks fileIds={added} onRemove={(id) => set(added.filter((one) => one !== id))} />
            <CompactUpload
              label={name}
              purpose="cases.paper"
              onFiles={(ids) => set([...added, ...ids])}
            />
          </li>
        );
      })}
    </ul>
  );
}
