export { MonthDocument } from './parts/MonthDocument.tsx';
