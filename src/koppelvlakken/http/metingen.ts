/** How long requests take, per route as the router knows it: never an address, so never an id. */
import type { FastifyInstance } from 'fastify';
import { Histogram, type Registry } from 'prom-client';

/** Adds the histogram `iwmo_http_seconden`. */
export function meetAanvragen(app: FastifyInstance, register: Registry): void {
  const duur = new Histogram({
    name: 'iwmo_http_seconden', help: 'Duur van aanvragen, van de eerste byte tot het einde van het antwoord',
    labelNames: ['methode', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30], registers: [register],
  });
  app.addHook('onResponse', (request, reply, klaar) => {
    const { method, routeOptions: { url } } = request;
    // What is no route could be anything; together they are one.
    const waar = url === undefined ? { methode: 'overig', route: 'geen' } : { methode: method, route: url };
    duur.observe({ ...waar, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    klaar();
  });
}
