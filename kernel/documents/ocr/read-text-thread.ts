import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';

import tesseract from 'tesseract.js';

import { tidyLine } from './tidy-line.ts';

/** The smaller of the two models of the package: 1.7 MB, and as good on print. */
const DATA = join(
  dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/chi_sim/package.json'))),
  '4.0.0_best_int',
);
const DOTS_PER_INCH = '200';

const reader = tesseract
  .createWorker('chi_sim', tesseract.OEM.LSTM_ONLY, {
    langPath: DATA,
    cacheMethod: 'none',
    gzip: true,
  })
  .then(async (worker) => {
    await worker.setParameters({
      // A form is one column of lines; found automatically, tables fall apart.
      tessedit_pageseg_mode: tesseract.PSM.SINGLE_COLUMN,
      user_defined_dpi: DOTS_PER_INCH,
    });
    return worker;
  });

parentPort?.on('message', (picture: Uint8Array) => {
  void read(picture).then(
    (lines) => parentPort?.postMessage({ lines }, []),
    (error: unknown) => parentPort?.postMessage({ error: String(error) }, []),
  );
});

async function read(picture: Uint8Array) {
  const worker = await reader;
  const { data } = await worker.recognize(Buffer.from(picture), {}, { blocks: true });
  return (data.blocks ?? [])
    .flatMap((block) => block.paragraphs)
    .flatMap((paragraph) => paragraph.lines)
    .map(({ text, confidence }) => ({ text: tidyLine(text), confidence: confidence / 100 }))
    .filter(({ text }) => text !== '');
}
