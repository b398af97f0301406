import { useLanguage } from '#web/kit/language.tsx';

import { Grade, gradeWords, toStars } from '../../contract.ts';

import './rate.css';

export interface GradePickProps {
  readonly legend: string;
  readonly value: Grade | undefined;
  readonly onChange: (grade: Grade) => void;
}

/** The five grades, the best first: words, a face of strokes and stars, so that no colour says it alone. */
export function GradePick({ legend, value, onChange }: GradePickProps) {
  const { say } = useLanguage();
  return (
    <fieldset className="ow-grades">
      <legend>{legend}</legend>
      {Grade.options.map((grade) => (
        <label key={grade} data-grade={toStars(grade)}>
          <input
            type="radio"
            name="grade"
            checked={value === grade}
            onChange={() => onChange(grade)}
          />
          <Face stars={toStars(grade)} />
          <span>{say(gradeWords[grade])}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The mouth bends with the grade. */
function Face({ stars }: { readonly stars: number }) {
  const edge = 15 - (stars - 3) * 0.7;
  const middle = 15 + (stars - 3) * 2.2;
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" />
      <path d={`M8.5 9v.8M15.5 9v.8M7.5 ${edge} Q12 ${middle} 16.5 ${edge}`} />
    </svg>
  );
}
