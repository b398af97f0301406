import { useMutation } from '@tanstack/react-query';

import { readPageText } from '#modules/casework/matters/web/parts.ts';
import { toApiProblem } from '#web/client/index.ts';

/** 识别填表: print on pages becomes lines that a form can be suggested from. Nothing of the pages is kept. */
export function usePageReading() {
  const reading = useMutation({
    mutationFn: (pages: readonly Blob[]) => readPageText(pages),
  });
  return {
    lines: reading.data,
    isReading: reading.isPending,
    problem: reading.error === null ? null : toApiProblem(reading.error),
    read: (pages: readonly Blob[]) => reading.mutate(pages),
  };
}
