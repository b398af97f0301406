import { useLanguage } from '#web/kit/language.tsx';
import { StatusTag, type Tone } from '#web/kit/public/index.ts';

import { type Grade, gradeWords, toStars } from '../../contract.ts';

const toneOf = (grade: Grade): Tone => {
  const stars = toStars(grade);
  if (stars >= 4) return 'good';
  return stars === 3 ? 'busy' : 'bad';
};

export function GradeTag({ grade }: { readonly grade: Grade }) {
  const { say } = useLanguage();
  return <StatusTag tone={toneOf(grade)}>{say(gradeWords[grade])}</StatusTag>;
}
