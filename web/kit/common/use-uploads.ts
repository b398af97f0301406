import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

import type { ResponseOf, RouteContract } from '#kernel/http/contract.ts';
import { newId } from '#kernel/ids/id.ts';

import type { Place } from '../../client/address.ts';
import { type ApiProblem, toApiProblem } from '../../client/problem.ts';
import { upload } from '../../client/upload.ts';

/** A file on its way. */
export interface Sending {
  readonly id: string;
  readonly file: File;
  readonly share: number;
  readonly state: 'sending' | 'sent' | 'failed';
  readonly problem?: ApiProblem;
}

export interface UploadsOptions<C> {
  readonly contract: C;
  readonly place: Place<C>;
  /** Name of the part that carries the file. */
  readonly part?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly onDone: (answer: ResponseOf<C>, file: File) => void;
}

interface Uploads {
  readonly list: readonly Sending[];
  readonly send: (files: readonly File[]) => void;
  /** Sends a failed one again with the same key, so that it cannot be kept twice. */
  readonly repeat: (id: string) => void;
  readonly forget: (id: string) => void;
}

/** Sends files one by one and keeps those that failed, so that they can be sent again. */
export function useUploads<C extends RouteContract>(options: UploadsOptions<C>): Uploads {
  const [list, setList] = useState<readonly Sending[]>([]);
  // Several files end one after the other: each adds to what the page shows by then, not when it was chosen.
  const done = useRef(options.onDone);
  useLayoutEffect(() => {
    done.current = options.onDone;
  });
  const change = (id: string, part: Partial<Sending>) =>
    setList((former) => former.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const transfer = async ({ id, file }: Pick<Sending, 'id' | 'file'>) => {
    try {
      const answer = await upload(options.contract, {
        ...options.place,
        files: [{ name: options.part ?? 'file', file }],
        fields: options.fields ?? {},
        idempotencyKey: id,
        onProgress: (share) => change(id, { share }),
      });
      change(id, { state: 'sent', share: 1 });
      flushSync(() => done.current(answer, file));
    } catch (error) {
      change(id, { state: 'failed', problem: toApiProblem(error) });
    }
  };
  return {
    list,
    send: (files) => {
      const added = files.map((file): Sending => ({
        id: newId(),
        file,
        share: 0,
        state: 'sending',
      }));
      setList((former) => [...former.filter((one) => one.state !== 'sent'), ...added]);
      for (const one of added) void transfer(one);
    },
    repeat: (id) => {
      const one = list.find((sending) => sending.id === id);
      if (!one) return;
      change(id, { state: 'sending', share: 0 });
      void transfer(one);
    },
    forget: (id) => setList((former) => former.filter((one) => one.id !== id)),
  };
}
