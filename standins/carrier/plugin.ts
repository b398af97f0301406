import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { z } from 'zod';

import { DEFAULT_ZONE, localDay } from '#kernel/clock/local-day.ts';
import { localeOf } from '#kernel/http/locale.ts';

import { isMonth, writeBill } from './bill.ts';
import { deskPage } from './page.ts';
import * as repository from './repository.ts';
import { type CarrierOptions, createRoad } from './road.ts';
import { takeOrder } from './take-order.ts';

/** Where it is mounted: also the address of its interface. */
export const MOUNT = '/standin/carrier';
const TICK_MS = 3000;
const FORM = 'application/x-www-form-urlencoded';

const Collection = z.object({ number: z.string().min(1).max(40) });
const BillQuery = z.object({ month: z.string().refine(isMonth) });

/**
 * The local stand-in for a carrier, as a plugin of the centre's own server: it takes orders and tells states by the documented
 * interface, with the delays and mistakes of real ones. For a demonstration only.
 */
export const createStandinCarrier =
  (options: CarrierOptions): FastifyPluginAsync =>
  async (app: FastifyInstance) => {
    const road = createRoad(options);
    const { database, clock, centreId, publicUrl } = options;
    const { db } = database;
    app.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    app.post(`${MOUNT}/orders`, async (request, reply) => {
      const { status, body } = await takeOrder(options, request.body);
      return reply.status(status).send(body);
    });
    app.get(MOUNT, async (request, reply) => {
      const [parcels, untold] = await Promise.all([
        repository.listParcels(db, centreId),
        repository.countUntold(db, centreId),
      ]);
      const month = localDay(clock.now(), DEFAULT_ZONE).slice(0, 7);
      const page = deskPage(localeOf(request.headers), { parcels, untold, mount: MOUNT, month });
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
    });
    app.post(`${MOUNT}/collections`, async (request, reply) => {
      const { origin } = request.headers;
      const asked = Collection.safeParse(request.body);
      if (origin !== new URL(publicUrl).origin || !asked.success)
        return reply.status(400).send({ reason: '请从本页操作' });
      await road.collect(asked.data.number);
      await road.goOn();
      return reply.redirect(MOUNT, 303);
    });
    app.get(`${MOUNT}/bill`, async (request, reply) => {
      const asked = BillQuery.safeParse(request.query);
      if (!asked.success) return reply.status(400).send({ reason: '月份格式有误' });
      const { month } = asked.data;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="carrier-bill-${month}.csv"`)
        .send(await writeBill(db, centreId, month));
    });
    addTicking(app, road);
  };

/** While the server runs the road goes on; a look that fails is made up by the next. */
function addTicking(app: FastifyInstance, road: ReturnType<typeof createRoad>): void {
  let looking: Promise<unknown> | undefined;
  const look = () => {
    looking ??= road
      .goOn()
      .catch((error: unknown) => app.log.warn({ err: error }, 'carrier stand-in failed'))
      .finally(() => {
        looking = undefined;
      });
  };
  let timer: NodeJS.Timeout | undefined;
  app.addHook('onListen', async () => {
    timer = setInterval(look, TICK_MS);
    timer.unref();
  });
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await looking;
  });
}
