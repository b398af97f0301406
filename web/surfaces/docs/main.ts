import '../../kit/public/public.css';
import './docs.css';
import { startDocs } from './start-docs.tsx';

startDocs();
