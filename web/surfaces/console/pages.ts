import { definePages } from '../../kit/pages.ts';
import { staffPages } from '../staff-pages.ts';
import { kernelPages } from './kernel/pages.ts';

/** Pages of the console that belong to no module: start, profile and the parts of the kernel. */
export const pages = definePages([...staffPages('console'), ...kernelPages]);
