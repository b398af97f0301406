import '../../kit/base.css';
import './device.css';
import { pages } from './pages.ts';
import { startDevice } from './start-device.tsx';
import { stayOpenable } from './stay-openable.ts';

startDevice(pages);
stayOpenable();
