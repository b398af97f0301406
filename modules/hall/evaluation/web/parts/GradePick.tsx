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
  const bend = 16 + (stars - 3) * 3;
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" />
      <path d={`M8 9.5v.6M16 9.5v.6M7.5 ${28 - bend} Q12 ${bend} 16.5 ${28 - bend}`} />
    </svg>
  );
}
