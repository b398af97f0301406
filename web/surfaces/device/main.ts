import '../../kit/base.css';
import './device.css';
import { modulePages } from '../modules.ts';
import { startDevice } from './start-device.tsx';

startDevice(modulePages);
