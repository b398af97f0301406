import type { CaseSummary } from '../../contract.ts';

/** Whether it is the whole of 一件事: its parts have the papers, the form and the decisions. */
export const isWhole = ({
  isJoint,
  parentId,
}: Pick<CaseSummary, 'isJoint' | 'parentId'>): boolean => isJoint && parentId === null;
