import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import type { ApiProblem } from '../../client/problem.ts';
import { ProblemNotice } from '../common/index.ts';
import { PublicWaiting } from './states.tsx';

export interface WithPublicAnswerProps<T> {
  readonly answer: UseQueryResult<T, ApiProblem>;
  readonly children: (data: T) => ReactNode;
}

/** Draws what `useCall` answered; before that grey lines, and after a refusal the reason with a way on. */
export function WithPublicAnswer<T>({ answer, children }: WithPublicAnswerProps<T>) {
  const { data, error, refetch } = answer;
  if (data !== undefined) return <>{children(data)}</>;
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return <PublicWaiting />;
}
