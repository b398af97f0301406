import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';

import type { ApiProblem } from '../../client/problem.ts';
import { EmptyState, ProblemNotice } from '../common/index.ts';
import { useWords } from '../words.ts';
import { messages } from './messages.ts';

export interface WithAnswerProps<T> {
  readonly answer: UseQueryResult<T, ApiProblem>;
  readonly children: (data: T) => ReactNode;
  /** Lines drawn while waiting. */
  readonly lines?: number;
}

/** Draws what `useCall` answered; before that grey lines, and after a refusal the reason with a way on. */
export function WithAnswer<T>({ answer, children, lines = 6 }: WithAnswerProps<T>) {
  const t = useWords(messages);
  const { data, error, refetch } = answer;
  if (data !== undefined) {
    return (
      <>
        {error ? <ProblemNotice problem={error} onRetry={() => void refetch()} /> : null}
        {children(data)}
      </>
    );
  }
  if (error?.status === 403)
    return <EmptyState title={t('noPermission')} hint={t('noPermissionHint')} />;
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return <Skeleton active title={false} paragraph={{ rows: lines }} />;
}
