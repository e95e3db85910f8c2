/** A span per request, as part of the caller's trace where it names one. */
import { context, trace, type Span } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';
import { beginSpan, contextVan, SpanKind } from '../../platform/sporen.js';

declare module 'fastify' {
  interface FastifyRequest {
    span: Span | undefined;
  }
}

/** https://www.w3.org/TR/trace-context/: anything else is not passed on. */
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Adds the hooks; before any other, so that everything of a request is in its span. */
export function volgAanvragen(app: FastifyInstance): void {
  app.decorateRequest('span', undefined);
  app.addHook('onRequest', (request, _reply, klaar) => {
    const { traceparent } = request.headers;
    const ouder = contextVan(typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : undefined);
    // The address as the route has it: one with an id or a parameter is nobody's business.
    const route = request.routeOptions.url ?? 'onbekend';
    const span = beginSpan(`${request.method} ${route}`, { 'http.request.method': request.method, 'http.route': route }, SpanKind.SERVER, ouder);
    request.span = span;
    context.with(trace.setSpan(ouder, span), klaar);
  });
  app.addHook('onResponse', (request, reply, klaar) => {
    request.span?.setAttribute('http.response.status_code', reply.statusCode);
    request.span?.end();
    klaar();
  });
}
