import { App, Button } from 'antd';
import { createElement, useMemo } from 'react';

import { toApiProblem } from '../../client/problem.ts';
import { useWords } from '../words.ts';
import { messages } from './messages.ts';

export interface Tell {
  /** Something was done. With `undo` the act can be taken back for a while. */
  readonly done: (sentence: string, undo?: () => void) => void;
  /** Something did not work and there is no place on the page for it. */
  readonly problem: (error: unknown) => void;
}

const UNDO_SECONDS = 10;

/** Short messages at the edge of the page; screen readers read them out. */
export function useTell(): Tell {
  const { message, notification } = App.useApp();
  const t = useWords(messages);
  return useMemo<Tell>(
    () => ({
      done: (sentence, undo) => {
        if (undo === undefined) {
          void message.success(sentence);
          return;
        }
        const key = `undo ${sentence}`;
        const takeBack = () => {
          notification.destroy(key);
          undo();
        };
        notification.success({
          key,
          title: sentence,
          duration: UNDO_SECONDS,
          role: 'status',
          actions: createElement(Button, { onClick: takeBack }, t('undo')),
        });
      },
      problem: (error) => {
        const { title, faults } = toApiProblem(error);
        notification.error({
          title,
          ...(faults.length === 0
            ? {}
            : { description: faults.map((fault) => fault.reason).join(' ') }),
          duration: 8,
          role: 'alert',
        });
      },
    }),
    [message, notification, t],
  );
}
