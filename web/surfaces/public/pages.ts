import { definePages } from '../../kit/pages.ts';

export const pages = definePages([]);
