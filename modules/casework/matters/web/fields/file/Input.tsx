import { routes } from '#kernel/files/contract.ts';
import { UploadField } from '#web/kit/common/index.ts';
import { useMachine } from '#web/kit/machine.ts';
import { useWords } from '#web/kit/words.ts';

import type { FieldOf, InputProps } from '../input-props.ts';
import { messages } from '../messages.ts';
import { useSurroundings } from '../surroundings.ts';
import { StoredFileLine } from './StoredFileLine.tsx';
import { useFileIds } from './use-file-ids.ts';

/** Stored files by id, uploaded here. */
export function FileInput(props: InputProps<FieldOf<'file'>>) {
  const { field, value, onChange, isDisabled } = props;
  const { ids, add, remove } = useFileIds(value, onChange);
  return (
    <div className="ow-fill-files">
      {ids.map((id) => (
        <StoredFileLine
          key={id}
          fileId={id}
          {...(isDisabled ? {} : { onRemove: () => remove(id) })}
        />
      ))}
      {isDisabled || ids.length >= field.most ? null : (
        <UploadPlace field={field} isMany={field.most - ids.length > 1} onFiles={add} />
      )}
    </div>
  );
}

interface UploadPlaceProps {
  readonly field: FieldOf<'file'>;
  readonly isMany: boolean;
  readonly onFiles: (ids: readonly string[]) => void;
}

function UploadPlace({ field, isMany, onFiles }: UploadPlaceProps) {
  const t = useWords(messages);
  const { filePurpose } = useSurroundings();
  const machine = useMachine();
  if (filePurpose === undefined) return <p className="ow-fill-place">{t('preview')}</p>;
  const label = field.most === 1 ? t('upload') : t('uploadMost', { count: field.most });
  if (machine !== undefined)
    return (
      <button
        type="button"
        className="ow-button"
        onClick={() =>
          machine.takePapers({
            label,
            purpose: filePurpose,
            onFiles: (ids) => onFiles(ids.slice(0, field.most)),
          })
        }
      >
        {label}
      </button>
    );
  return (
    <UploadField
      label={label}
      contract={routes.uploadFiles}
      place={{ query: { purpose: filePurpose } }}
      isMany={isMany}
      onDone={({ items }) => onFiles(items.map((file) => file.id).slice(0, field.most))}
    />
  );
}
