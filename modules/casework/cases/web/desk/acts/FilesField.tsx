import { CompactUpload } from '../../parts/CompactUpload.tsx';
import { FileLinks } from '../../parts/FileLinks.tsx';

const NONE: readonly string[] = [];

interface FilesFieldProps {
  readonly label: string;
  readonly value?: readonly string[];
  readonly onChange?: (fileIds: readonly string[]) => void;
}

/** Files of a form field, by id. */
export function FilesField({ label, value = NONE, onChange }: FilesFieldProps) {
  return (
    <>
      <FileLinks fileIds={value} onRemove={(id) => onChange?.(value.filter((one) => one !== id))} />
      <CompactUpload
        label={label}
        purpose="cases.paper"
        onFiles={(ids) => onChange?.([...value, ...ids])}
      />
    </>
  );
}

interface OneFileFieldProps {
  readonly label: string;
  readonly value?: string;
  readonly onChange?: (fileId: string | undefined) => void;
}

/** One file of a form field. */
export function OneFileField({ label, value, onChange }: OneFileFieldProps) {
  return (
    <FilesField
      label={label}
      value={value === undefined ? [] : [value]}
      onChange={(ids) => onChange?.(ids.at(-1))}
    />
  );
}
