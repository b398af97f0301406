import type { RouteContract } from '#kernel/http/contract.ts';

import { fillAddress, type Place } from './address.ts';
import { send } from './send.ts';

/** Fetches a file and hands it to the browser to keep. Refusals come as ApiProblem, not as a broken file. */
export async function download<C extends RouteContract>(
  contract: C,
  input: Place<C> & { readonly body?: unknown; readonly fileName?: string },
): Promise<void> {
  const answer = await send({
    method: contract.method,
    address: fillAddress(contract, input),
    body: input.body,
    admission: contract.admission,
  });
  const name =
    readFileName(answer.headers.get('content-disposition')) ?? input.fileName ?? contract.name;
  saveAs(await answer.blob(), name);
}

/** Hands content made on the page to the browser to keep. */
export function saveAs(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken the content by the next task; kept longer it would stay in memory.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The name that a content-disposition header gives, RFC 6266: the UTF-8 form goes before the plain one. */
export function readFileName(header: string | null): string | undefined {
  if (header === null) return undefined;
  const encoded = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(header)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded.trim());
  return /filename\s*=\s*"?([^";]+)"?/i.exec(header)?.[1]?.trim();
}
