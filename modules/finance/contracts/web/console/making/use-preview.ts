import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { type ApiProblem, call } from '#web/client/index.ts';

import { DocumentBody, type Preview, routes } from '../../../contract.ts';

const PAUSE_MS = 350;

export interface PreviewState {
  /** Whether there is enough to say anything. */
  readonly isComplete: boolean;
  readonly isBusy: boolean;
  readonly preview: Preview | undefined;
  /** The refusal that the document would meet. */
  readonly problem: ApiProblem | null;
}

/**
 * What a document would do as things stand; asked when the person pauses, and only for what is complete. A name of its own
 * keeps a preview from being asked again by every act: of a document that was just approved it could only be refused.
 */
export function usePreview(
  body: unknown,
  name: string = routes.previewDocument.name,
): PreviewState {
  const text = useSettled(JSON.stringify(body));
  const read = DocumentBody.safeParse(JSON.parse(text));
  const answer = useQuery<Preview, ApiProblem>({
    queryKey: [name, text, ''],
    enabled: read.success,
    staleTime: 5_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call(routes.previewDocument, { body: { body: DocumentBody.parse(read.data) }, signal }),
  });
  return {
    isComplete: read.success,
    isBusy: answer.isFetching,
    preview: read.success && answer.error === null ? answer.data : undefined,
    problem: read.success ? answer.error : null,
  };
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
