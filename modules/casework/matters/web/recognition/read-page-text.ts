import { upload } from '#web/client/index.ts';

import { type PrintedLine, routes } from '../../contract.ts';

/** The print on pictures of pages (JPEG, as the document camera makes them), one page after the other. */
export async function readPageText(pages: readonly Blob[]): Promise<PrintedLine[]> {
  const lines: PrintedLine[] = [];
  for (const [index, page] of pages.entries()) {
    const file = new File([page], `page-${index + 1}.jpg`, { type: page.type });
    const reading = await upload(routes.readPage, { files: [{ name: 'page', file }] });
    lines.push(...reading.lines);
  }
  return lines;
}
