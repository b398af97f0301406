export {
  EmptyState,
  MaskedText,
  Notice,
  PrintFrame,
  ProblemNotice,
  ProgressLine,
  StatusTag,
  TimeText,
  UploadField,
} from '../common/index.ts';
export type { Tone } from '../common/index.ts';
export {
  formatBytes,
  formatDay,
  formatFen,
  formatYuanText,
  formatInstant,
  formatList,
  formatNearDay,
  formatNumber,
  formatTime,
} from '../format.ts';
export { useSayActor } from '../actor-names.ts';
export { useLanguage } from '../language.tsx';
export { To, useFilters, useGo, useParam } from '../routing/index.ts';
export { ConfirmButton } from './ConfirmButton.tsx';
export type { ConfirmButtonProps } from './ConfirmButton.tsx';
export { ContractForm, KeepUnsaved } from './form/ContractForm.tsx';
export type { ContractFormProps } from './form/ContractForm.tsx';
export { DayField, InstantField, TimeField } from './form/day-fields.tsx';
export { Field, OptionalLabel } from './form/Field.tsx';
export type { FieldOption, FieldProps } from './form/Field.tsx';
export { FormDrawer } from './form/FormDrawer.tsx';
export type { FormDrawerProps } from './form/FormDrawer.tsx';
export { useContractForm } from './form/use-contract-form.ts';
export type { ContractFormOptions, ContractFormState } from './form/use-contract-form.ts';
export { FigureStrip } from './FigureStrip.tsx';
export type { FigureStripProps } from './FigureStrip.tsx';
export { useHasPage } from './frame/surface-context.ts';
export { useKey } from './keyboard.ts';
export { Page, Section } from './Page.tsx';
export type { Crumb, PageProps, SectionProps } from './Page.tsx';
export { ReasonButton } from './ReasonButton.tsx';
export type { ReasonButtonProps } from './ReasonButton.tsx';
export { DataTable } from './table/DataTable.tsx';
export { RowTable } from './table/RowTable.tsx';
export type { RowColumn, RowTableProps } from './table/RowTable.tsx';
export type { Column, DataTableProps, Filter, FilterOption } from './table/types.ts';
export { useTell } from './use-tell.ts';
export type { Tell } from './use-tell.ts';
export { WithAnswer } from './WithAnswer.tsx';
export { InviteSlot, type InviteSlotProps, SignSlot, type SignSlotProps } from './window-slots.tsx';
export { stillSuggests } from './still-suggests.ts';
