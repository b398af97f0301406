import '../../kit/public/public.css';
import './home.css';
import { startPublicSurface } from '../../kit/public/start-public-surface.tsx';
import { publicModulePages } from './modules.ts';
import { pages } from './pages.ts';

startPublicSurface([...pages, ...publicModulePages]);
