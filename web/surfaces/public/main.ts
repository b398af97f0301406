import '../../kit/public/public.css';
import './home.css';
import { startPublicSurface } from '../../kit/public/start-public-surface.tsx';
import { modulePages } from '../modules.ts';
import { pages } from './pages.ts';

startPublicSurface([...pages, ...modulePages]);
