/**
 * Traces (OpenTelemetry): one trace from the request through the queue to the assessment. Without SPOREN_URL nothing is recorded and nothing
 * is sent. Spans carry routes, stages, ids and outcomes; never an address with parameters, content, bsn or names.
 */
import { context, propagation, SpanKind, SpanStatusCode, trace, type Attributes, type Context, type Span } from '@opentelemetry/api';

export { SpanKind };

/** Starts recording in this process. @param url where spans go, as OTLP over HTTP @returns what to do at the end */
export async function startSporen(url: string | undefined, proces: string): Promise<{ stop(): Promise<void> }> {
  if (url === undefined) return { stop: () => Promise.resolve() };
  // Three hundred files, which nobody needs who records nothing.
  const [{ OTLPTraceExporter }, { resourceFromAttributes }, { BatchSpanProcessor, NodeTracerProvider }] = await Promise.all([
    import('@opentelemetry/exporter-trace-otlp-http'), import('@opentelemetry/resources'), import('@opentelemetry/sdk-trace-node')]);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'iwmo-gateway', 'service.instance.id': `${proces}-${process.pid}` }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url, timeoutMillis: 5000 }), { scheduledDelayMillis: 1000 })],
  });
  provider.register();
  return {
    // What cannot be sent is not worth waiting for.
    stop: () => provider.shutdown().catch(() => undefined),
  };
}

const tracer = () => trace.getTracer('iwmo-gateway');

/** The context that a traceparent stands for; without one a trace of its own. */
export function contextVan(spoor: string | undefined): Context {
  return spoor === undefined ? context.active() : propagation.extract(context.active(), { traceparent: spoor });
}

/** The traceparent of what is going on; undefined when nothing is recorded. */
export function huidigSpoor(): string | undefined {
  const drager: { traceparent?: string } = {};
  propagation.inject(context.active(), drager);
  return drager.traceparent;
}

/** Trace and span for a log line; empty when nothing is recorded. */
export function spoorvelden(): { spoor?: string; deel?: string } {
  const velden = trace.getActiveSpan()?.spanContext();
  return velden === undefined ? {} : { spoor: velden.traceId, deel: velden.spanId };
}

export function beginSpan(naam: string, kenmerken: Attributes, kind: SpanKind, ouder: Context): Span {
  return tracer().startSpan(naam, { attributes: kenmerken, kind }, ouder);
}

/** Tells that a span failed: by the kind of error, for a message may quote data. */
export function mislukt(span: Span, fout: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: fout instanceof Error ? fout.name : typeof fout });
}

/** Does work within a span. @param ouder traceparent that it belongs to; absent: to what is going on */
export async function inSpan<T>(naam: string, kenmerken: Attributes, werk: (span: Span) => Promise<T>, ouder?: string): Promise<T> {
  const plaats = contextVan(ouder);
  const span = beginSpan(naam, kenmerken, SpanKind.INTERNAL, plaats);
  try {
    return await context.with(trace.setSpan(plaats, span), () => werk(span));
  } catch (fout) {
    mislukt(span, fout);
    throw fout;
  } finally {
    span.end();
  }
}

/** Does work at once within a span. */
export function inSpanNu<T>(naam: string, werk: () => T): T {
  const span = beginSpan(naam, {}, SpanKind.INTERNAL, context.active());
  try {
    return werk();
  } catch (fout) {
    mislukt(span, fout);
    throw fout;
  } finally {
    span.end();
  }
}
