import type { Grade } from '../../contract.ts';

const MOUTHS: Readonly<Record<Grade, string>> = {
  'very-satisfied': 'M18 36c4 14 24 14 28 0z',
  satisfied: 'M18 38c5 9 23 9 28 0',
  'basically-satisfied': 'M20 42c6 3 18 3 24 0',
  dissatisfied: 'M20 46c6-4 18-4 24 0',
  'very-dissatisfied': 'M19 48c5-11 21-11 26 0',
};

/** A face of the grade, so that it is known by its shape. */
export function GradeFace({ grade }: { readonly grade: Grade }) {
  const isFilled = grade === 'very-satisfied';
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true">
      <circle cx="32" cy="32" r="28" fill="none" stroke="currentColor" strokeWidth="4" />
      <circle cx="22" cy="26" r="4" fill="currentColor" />
      <circle cx="42" cy="26" r="4" fill="currentColor" />
      <path
        d={MOUTHS[grade]}
        fill={isFilled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
