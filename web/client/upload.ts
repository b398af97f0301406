import type { ResponseOf, RouteContract } from '#kernel/http/contract.ts';
import { newId } from '#kernel/ids/id.ts';

import { fillAddress, type Place } from './address.ts';
import { clientProblem, clientProblems, readProblem } from './problem.ts';
import { headersFor, askPerson } from './send.ts';

export interface Uploading {
  /** Parts by name; several files of one name are sent in their order. */
  readonly files: ReadonlyArray<{ readonly name: string; readonly file: File }>;
  readonly fields?: Readonly<Record<string, string>>;
  /** From 0 to 1, as the bytes leave. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  readonly idempotencyKey?: string;
}

/** Sends files to an upload route as multipart/form-data, saying how far it is. Throws ApiProblem. */
export async function upload<C extends RouteContract>(
  contract: C,
  input: Place<C> & Uploading,
): Promise<ResponseOf<C>> {
  const idempotencyKey =
    input.idempotencyKey ?? (contract.idempotency === undefined ? undefined : newId());
  const sending = {
    method: contract.method,
    address: fillAddress(contract, input),
    idempotencyKey,
    admission: contract.admission,
  };
  try {
    return (await transfer(sending, input)) as ResponseOf<C>;
  } catch (error) {
    if (!(await askPerson(error))) throw error;
    return (await transfer(sending, input)) as ResponseOf<C>;
  }
}

type Sending = Parameters<typeof headersFor>[0];

// fetch cannot tell how much of a body has left.
async function transfer(sending: Sending, input: Uploading): Promise<unknown> {
  const request = new XMLHttpRequest();
  request.open(sending.method, sending.address);
  for (const [name, value] of Object.entries(headersFor(sending)))
    request.setRequestHeader(name, value);
  const stop = () => request.abort();
  input.signal?.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      request.upload.addEventListener('progress', (event) => {
        if (event.lengthComputable) input.onProgress?.(event.loaded / event.total);
      });
      request.addEventListener('load', () => {
        const document = parse(request.responseText);
        if (request.status >= 200 && request.status < 300) resolve(document);
        else reject(readProblem(request.status, document));
      });
      request.addEventListener('error', () => reject(clientProblem(clientProblems.offline)));
      request.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')));
      request.send(toForm(input));
    });
  } finally {
    input.signal?.removeEventListener('abort', stop);
  }
}

function toForm({ files, fields = {} }: Uploading): FormData {
  const form = new FormData();
  // Fields first: the server knows what a file is for before its bytes arrive.
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const { name, file } of files) form.append(name, file, file.name);
  return form;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
