import '../../kit/staff/staff.css';
import { modulePages, moduleSearches } from '../modules.ts';
import { startStaff } from '../start-staff.ts';
import { pages } from './pages.ts';

startStaff('console', [...pages, ...modulePages], moduleSearches);
