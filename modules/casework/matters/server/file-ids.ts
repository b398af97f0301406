import type { Content } from './tables.ts';

/** The stored files that an edition names: blank forms, samples of papers and of results. */
export function listFileIds(content: Content): string[] {
  const named =
    'members' in content
      ? content.materialMerge.flatMap(({ blankFileId, sampleFileId }) => [
          blankFileId,
          sampleFileId,
        ])
      : content.items.flatMap((item) => [
          item.result.sampleFileId,
          ...item.papers.flatMap(({ blankFileId, sampleFileId }) => [blankFileId, sampleFileId]),
        ]);
  return [...new Set(named.filter((id) => id !== undefined))];
}
