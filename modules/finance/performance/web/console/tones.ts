/** How the state of a target looks. */
export const TONES = { draft: 'idle', declared: 'warn', approved: 'good' } as const;

/** How a grade looks. */
export const GRADE_TONES = { excellent: 'good', good: 'good', fair: 'warn', poor: 'bad' } as const;
