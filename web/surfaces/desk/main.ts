import { lazy } from 'react';

import '../../kit/staff/staff.css';
import { modulePages, moduleSearches } from '../modules.ts';
import { startStaff } from '../start-staff.ts';
import { pages } from './pages.ts';

const pad = async () => import('#modules/hall/evaluation/web/parts.ts');

startStaff('desk', [...pages, ...modulePages], moduleSearches, {
  slots: {
    sign: lazy(async () => ({ default: (await pad()).SignOnPad })),
    invite: lazy(async () => ({ default: (await pad()).InviteOnPad })),
  },
});
