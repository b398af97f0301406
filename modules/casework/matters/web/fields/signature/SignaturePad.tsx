import { useRef, useState } from 'react';

import { routes } from '#kernel/files/contract.ts';
import { type ApiProblem, toApiProblem, upload } from '#web/client/index.ts';
import { ProblemNotice } from '#web/kit/common/index.ts';
import { useStrokes } from '#web/kit/common/use-strokes.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

export interface SignaturePadProps {
  readonly purpose: string;
  readonly onSigned: (fileId: string | undefined) => void;
}

/** A frame to sign in by pen, finger or mouse; what was drawn is stored as a picture. */
export function SignaturePad({ purpose, onSigned }: SignaturePadProps) {
  const t = useWords(messages);
  const canvas = useRef<HTMLCanvasElement>(null);
  const strokes = useStrokes(canvas);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const store = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const file = await toPicture(canvas.current);
      const answer = await upload(routes.uploadFiles, {
        query: { purpose },
        files: [{ name: 'file', file }],
      });
      onSigned(answer.items[0]?.id);
    } catch (error) {
      setProblem(toApiProblem(error));
      setBusy(false);
    }
  };
  return (
    <div className="ow-fill-pad">
      <p className="ow-fill-hint">{t('signHere')}</p>
      <canvas ref={canvas} width={1200} height={400} {...strokes.on}>
        {t('signLabel')}
      </canvas>
      <div className="ow-fill-row-acts">
        <button type="button" className="ow-button" onClick={strokes.clear}>
          {t('signAgain')}
        </button>
        <button
          type="button"
          className="ow-button"
          data-look="strong"
          disabled={strokes.isEmpty || isBusy}
          aria-busy={isBusy}
          onClick={() => void store()}
        >
          {isBusy ? t('signing') : t('signUse')}
        </button>
      </div>
      <ProblemNotice problem={problem} onRetry={() => void store()} />
    </div>
  );
}

async function toPicture(canvas: HTMLCanvasElement | null): Promise<File> {
  const blob = await new Promise<Blob | null>((resolve) => {
    if (canvas === null) resolve(null);
    else canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error('The browser made no picture of the signature');
  return new File([blob], 'signature.png', { type: 'image/png' });
}
