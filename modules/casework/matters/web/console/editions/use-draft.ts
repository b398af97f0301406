import { useState } from 'react';

import { type ApiProblem, useAct, useMay } from '#web/client/index.ts';
import { useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type BundleEdition, type Edition, permissions, type routes } from '../../../contract.ts';
import type { Plain } from '../edit/content.ts';
import { messages } from './messages.ts';

export interface Draft {
  readonly content: Plain;
  readonly setContent: (content: Plain) => void;
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly isReadOnly: boolean;
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  /** Somebody else saved it meanwhile. */
  readonly isConflict: boolean;
  readonly problem: ApiProblem | null;
  readonly store: (content: Plain) => Promise<void>;
  readonly reload: () => void;
}

interface Base {
  readonly version: number;
  readonly content: Plain;
  readonly note: string;
}

const toBase = (edition: Edition | BundleEdition): Base => ({
  version: edition.version,
  content: edition.content,
  note: edition.note,
});

/** What is typed over an edition. Nothing that others save takes its place until one says so. */
export function useDraft(
  edition: Edition | BundleEdition,
  save: typeof routes.saveDraft | typeof routes.saveBundleDraft,
): Draft {
  const t = useWords(messages);
  const may = useMay();
  const tell = useTell();
  const act = useAct(save as typeof routes.saveDraft);
  const [base, setBase] = useState(() => toBase(edition));
  const [typed, setTyped] = useState<Base>(base);
  const isDirty = typed.content !== base.content || typed.note !== base.note;
  const isNewer = edition.version > base.version;
  const take = () => {
    act.reset();
    setBase(toBase(edition));
    setTyped(toBase(edition));
  };
  if (isNewer && !isDirty) take();
  return {
    content: typed.content,
    setContent: (content) => setTyped({ ...typed, content }),
    note: typed.note,
    setNote: (note) => setTyped({ ...typed, note }),
    isReadOnly: edition.state !== 'draft' || !may(permissions.draft),
    isDirty,
    isBusy: act.isPending,
    isConflict: isNewer && isDirty,
    problem: act.error,
    store: async (content) => {
      try {
        const saved = await act.mutateAsync({
          params: { id: edition.id },
          body: { content, note: typed.note, version: base.version } as never,
        });
        const next = { version: saved.version, content: typed.content, note: typed.note };
        setBase(next);
        setTyped((now) => (now.content === typed.content ? next : now));
        tell.done(t('saved'));
      } catch {
        // The problem stands on the page, beside what was typed.
      }
    },
    reload: take,
  };
}
