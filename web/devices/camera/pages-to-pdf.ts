import { PAPER_MM, type PaperSize } from './warp-page.ts';

/** A page as it goes into the file: a JPEG of so many pixels on paper of that size. */
export interface PdfPage {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly size: PaperSize;
}

const POINTS_PER_MM = 72 / 25.4;
const encoder = new TextEncoder();

/**
 * Several pages as one PDF 1.4 (ISO 32000), each the JPEG as it was taken, unchanged, on paper of its own size, lying or
 * standing. Made here and not by a library: a kiosk loads these lines and not half a megabyte.
 */
export function pagesToPdf(pages: readonly PdfPage[]): Uint8Array<ArrayBuffer> {
  if (pages.length === 0) throw new RangeError('A file needs a page.');
  const parts: Uint8Array[] = [];
  const places: number[] = [];
  let length = 0;
  const put = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const open = (number: number): void => {
    places[number] = length;
    put(`${number} 0 obj\n`);
  };
  put('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n');
  const kids = pages.map((_page, at) => `${3 + at * 3} 0 R`).join(' ');
  open(1);
  put('<< /Type /Catalog /Pages 2 0 R >>\nendobj\n');
  open(2);
  put(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>\nendobj\n`);
  for (const [at, page] of pages.entries()) putPage(page, 3 + at * 3, open, put);
  const count = 3 + pages.length * 3;
  const xref = length;
  put(`xref\n0 ${count}\n0000000000 65535 f \n`);
  for (let number = 1; number < count; number += 1)
    put(`${String(places[number] ?? 0).padStart(10, '0')} 00000 n \n`);
  put(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`);
  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

function putPage(
  { jpeg, width, height, size }: PdfPage,
  first: number,
  open: (number: number) => void,
  put: (part: string | Uint8Array) => void,
): void {
  const [short, long] = PAPER_MM[size];
  const points = (mm: number): string => (mm * POINTS_PER_MM).toFixed(2);
  const [w, h] = width > height ? [points(long), points(short)] : [points(short), points(long)];
  open(first);
  put(
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents ${first + 1} 0 R ` +
      `/Resources << /XObject << /P ${first + 2} 0 R >> >> >>\nendobj\n`,
  );
  const drawing = `q ${w} 0 0 ${h} 0 0 cm /P Do Q`;
  open(first + 1);
  put(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream\nendobj\n`);
  open(first + 2);
  put(
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB ` +
      `/BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
  );
  put(jpeg);
  put('\nendstream\nendobj\n');
}
