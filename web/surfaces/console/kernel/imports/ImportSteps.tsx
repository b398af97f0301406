import { useState } from 'react';

import { type ImportPreview, routes } from '#kernel/imports/contract.ts';

import { Section, UploadField } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';
import { PreviewSection } from './PreviewSection.tsx';
import type { Sheet } from './sheet.ts';

const MAX_BYTES = 32 * 1024 * 1024;

const EXTENSIONS = { xlsx: '.xlsx', csv: '.csv', json: '.json,.jsonl' } as const;

interface Previewed {
  readonly preview: ImportPreview;
  readonly file: File;
}

/** Upload, preview, import: one after the other. */
export function ImportSteps({ sheet }: { readonly sheet: Sheet }) {
  const t = useWords(messages);
  const [previewed, setPreviewed] = useState<Previewed | undefined>(undefined);
  if (previewed) {
    return (
      <PreviewSection
        key={previewed.preview.id}
        sheet={sheet}
        preview={previewed.preview}
        file={previewed.file}
        onPreview={(preview) => setPreviewed({ ...previewed, preview })}
        onLeave={() => setPreviewed(undefined)}
      />
    );
  }
  return (
    <Section title={t('upload')} description={t('uploadHint')}>
      <UploadField
        label={t('chooseFile')}
        accept={sheet.formats.map((format) => EXTENSIONS[format]).join(',')}
        maxBytes={MAX_BYTES}
        contract={routes.previewImport}
        place={{ params: { importer: sheet.name } }}
        onDone={(preview, file) => setPreviewed({ preview, file })}
      />
    </Section>
  );
}
