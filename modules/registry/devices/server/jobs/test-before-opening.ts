import { z } from 'zod';

import { newId } from '#kernel/ids/id.ts';
import { job } from '#kernel/jobs/contract.ts';

import { events } from '../../contract.ts';
import type { DeviceDeps } from '../deps.ts';
import { tellOfDevice } from '../events.ts';
import * as states from '../repository-state.ts';
import * as repository from '../repository.ts';

/** Every morning before the doors open, each enrolled device in service is told to test itself. */
export const testBeforeOpening = (deps: DeviceDeps) =>
  job({
    name: 'devices.test-before-opening',
    title: { 'zh-CN': '开门前设备自检', en: 'Self-test before opening' },
    payload: z.object({}),
    schedule: { cron: '30 8 * * 1-6' },
    retry: { attempts: 3, backoffSeconds: 30 },
    run: {
      mode: 'in-transaction',
      handle: async (tx, _payload, { actor }) => {
        const devices = await repository.listAllDevices(tx, actor.centreId);
        for (const device of devices) {
          if (device.status !== 'in-service' || device.account_id === null) continue;
          const orderId = newId();
          states.insertOrder(tx, {
            centre_id: actor.centreId,
            order_id: orderId,
            device_id: device.device_id,
            act: 'self-test',
            text: '',
            issued_by: actor.id,
            issued_by_name: actor.name,
            issued_at: deps.clock.now(),
            fetched_at: null,
            answered_at: null,
            outcome: '',
          });
          tellOfDevice({ tx, clock: deps.clock, actor }, events.orderGiven, device, {
            orderId,
            act: 'self-test',
          });
        }
      },
    },
  });
