/** No other module asks this one. */
export type ComplaintsApi = Record<never, never>;
