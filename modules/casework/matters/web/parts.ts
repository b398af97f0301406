/** Components over what a matter says, for the pages of other modules; plain, for every surface. */
export type { Town } from './fields/surroundings.ts';
export { useTowns } from './fields/use-towns.ts';
export { focusFirstFault } from './form/faults.ts';
export { FormFill } from './form/FormFill.tsx';
export type { FormFillProps } from './form/FormFill.tsx';
export { FormShow } from './form/FormShow.tsx';
export type { FormShowProps } from './form/FormShow.tsx';
export { PaperList } from './papers/PaperList.tsx';
export type { PaperListProps } from './papers/PaperList.tsx';
export { MatterPicker } from './picker/MatterPicker.tsx';
export type { MatterPickerProps, PickedMatter } from './picker/MatterPicker.tsx';
export { RequirementsLine } from './papers/RequirementsLine.tsx';
export { Questions } from './questions/Questions.tsx';
export type { QuestionsProps } from './questions/Questions.tsx';
export { sayAmount } from './words/say-amount.ts';
export { sayCondition } from './words/say-condition.ts';
export { useLimitWords } from './words/use-limit-words.ts';
export { toWords, useText } from './words/use-text.ts';
