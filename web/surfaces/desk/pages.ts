import { definePages } from '../../kit/pages.ts';
import { staffPages } from '../staff-pages.ts';

/** Pages of the desk that belong to no module. */
export const pages = definePages([...staffPages('desk')]);
