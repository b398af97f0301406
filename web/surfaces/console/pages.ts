import { definePages } from '../../kit/pages.ts';
import { staffPages } from '../staff-pages.ts';
import { accessPages } from './kernel/access/pages.ts';

/** Pages of the console that belong to no module: start, profile and the parts of the kernel. */
export const pages = definePages([...staffPages('console'), ...accessPages]);
