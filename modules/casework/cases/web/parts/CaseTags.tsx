import { StatusTag } from '#web/kit/common/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import {
  type CasePaper,
  type CaseState,
  type Light,
  type PaperState,
  stateWords,
} from '../../contract.ts';
import { messages } from './messages.ts';
import { lightTones, paperTones, stateTones } from './tones.ts';

import './parts.css';

export function StateTag({ state }: { readonly state: CaseState }) {
  const { say } = useLanguage();
  return <StatusTag tone={stateTones[state]}>{say(stateWords[state])}</StatusTag>;
}

export function LightTag({ light }: { readonly light: Light }) {
  const t = useWords(messages);
  return <StatusTag tone={lightTones[light]}>{t(`light.${light}`)}</StatusTag>;
}

export function PaperTag({ state }: { readonly state: PaperState }) {
  const t = useWords(messages);
  return <StatusTag tone={paperTones[state]}>{t(`paper.${state}`)}</StatusTag>;
}

/** How a paper came in, and how far it can be believed. */
export function PaperOrigin({ paper }: { readonly paper: Pick<CasePaper, 'source' | 'trust'> }) {
  const t = useWords(messages);
  if (paper.source === null) return null;
  return (
    <span className="ow-case-origin">
      {t(`source.${paper.source}`)}
      {paper.trust === null ? null : ` · ${t(`trust.${paper.trust}`)}`}
    </span>
  );
}
