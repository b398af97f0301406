import { useEffect, useRef, useState } from 'react';

import { type ApiProblem, toApiProblem } from '#web/client/index.ts';
import { Action, Notice, ProblemNotice } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';
import type { Paper } from './use-keep-inside.ts';

/** The viewer without its own bar, which would let a paper be saved on the machine. */
const PLAIN = '#toolbar=0&navpanes=0&view=FitH';

/** So long a printer works at a paper: whoever presses twice meanwhile gets one, not two. */
const BUSY_MS = 15_000;

/** How far the printing is. The browser does not tell whether paper came out, so nothing more is said than is known. */
type Printing = 'not-yet' | 'busy' | 'sent';

/** A paper on the screen, and on A4 when the visitor wants it. It is held in memory until it is closed. */
export function PaperPrinter({
  paper,
  onClose,
}: {
  readonly paper: Paper;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const dialog = useRef<HTMLDialogElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [address, setAddress] = useState<string>();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [printing, setPrinting] = useState<Printing>('not-yet');
  useEffect(() => {
    if (printing !== 'busy') return undefined;
    const timer = setTimeout(() => setPrinting('sent'), BUSY_MS);
    return () => clearTimeout(timer);
  }, [printing]);
  const print = () => {
    setPrinting('busy');
    frame.current?.contentWindow?.print();
  };
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    let made: string | undefined;
    let isOver = false;
    paper.content.then(
      (blob) => {
        if (isOver) return;
        made = URL.createObjectURL(blob);
        setAddress(made);
      },
      (error: unknown) => setProblem(toApiProblem(error)),
    );
    return () => {
      isOver = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [paper]);
  return (
    <dialog
      ref={dialog}
      className="ow-kiosk-dialog"
      aria-labelledby="ow-kiosk-paper"
      onCancel={onClose}
    >
      <h2 id="ow-kiosk-paper">{t('printTitle', { name: paper.name })}</h2>
      <ProblemNotice problem={problem} />
      {address === undefined && problem === null ? (
        <Notice tone="busy" title={t('preparing')} />
      ) : null}
      {address === undefined ? null : (
        // oxlint-disable-next-line react/iframe-missing-sandbox -- the browser's own PDF viewer does not run in a sandbox; the content is our server's
        <iframe
          ref={frame}
          className="ow-kiosk-paper"
          src={`${address}${PLAIN}`}
          title={paper.name}
        />
      )}
      {printing === 'busy' ? <Notice tone="busy" title={t('a4Busy')} /> : null}
      {printing === 'sent' ? <Notice tone="good" title={t('a4Sent')} /> : null}
      <div className="ow-sheet-actions">
        <Action
          look="strong"
          isDisabled={address === undefined || printing === 'busy'}
          onPress={print}
        >
          {t(printing === 'sent' ? 'a4Again' : 'printA4')}
        </Action>
        <Action onPress={onClose}>{t('close')}</Action>
      </div>
    </dialog>
  );
}
