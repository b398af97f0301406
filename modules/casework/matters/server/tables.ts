import type { ColumnType } from 'kysely';

import type { BundleContent, MatterContent, SubjectKind, TaskType } from '../contract.ts';
import type { Card } from './card.ts';

/** Read as a value, written as its JSON. */
type Json<T> = ColumnType<T, string, string>;

export type CatalogueEntryRow = {
  centre_id: number;
  catalog_code: string;
  name_zh: string;
  name_en: string;
  task_type: TaskType;
};

export type MatterRow = {
  centre_id: number;
  matter_id: string;
  kind: SubjectKind;
  code: string;
  catalog_code: string;
  name_zh: string;
  name_en: string;
  task_type: TaskType | null;
  department_code: string;
  department_name: string;
  is_demonstration: boolean;
  item_count: number;
  last_number: number;
};

export type StoredState = 'draft' | 'in-review' | 'published' | 'withdrawn';

/** An edition without its content. */
export type EditionHead = {
  centre_id: number;
  edition_id: string;
  matter_id: string;
  kind: SubjectKind;
  number: number;
  state: StoredState;
  valid_from: string | null;
  valid_until: string | null;
  note: string;
  returned_reason: string;
  withdrawn_reason: string;
  created_by: string;
  created_by_name: string;
  created_at: Date;
  saved_by: string;
  saved_by_name: string;
  saved_at: Date;
  published_by: string | null;
  published_by_name: string | null;
  published_at: Date | null;
  version: number;
};

export type Content = MatterContent | BundleContent;

export type EditionRow = EditionHead & { content: Content };

/** The tables of this module, and no others. */
export type MattersTables = {
  'matters.catalogue_entry': CatalogueEntryRow;
  'matters.matter': MatterRow;
  'matters.edition': EditionHead & { content: Json<Content>; card: Json<Card> };
  'matters.publication_count': { centre_id: number; count: bigint };
};
