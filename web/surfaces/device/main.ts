import { devicePages } from '#modules/registry/devices/web/device/pages.ts';

import '../../kit/base.css';
import './device.css';
import { startDevice } from './start-device.tsx';

startDevice(devicePages);
