import type { CalendarYears } from '../calendar-year.ts';
import { year2024 } from './2024.ts';
import { year2025 } from './2025.ts';
import { year2026 } from './2026.ts';

/** The notices that ship with the software; a centre loads later ones as data. */
export const publishedYears: CalendarYears = [year2024, year2025, year2026];
