import { definePages } from '#web/kit/pages.ts';

export const pages = definePages([]);
