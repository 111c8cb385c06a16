import type { RequestHandler } from 'express';
import { type Logger, pino } from 'pino';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** JSON lines on standard error; standard output is kept for what a person starting the server must read. */
export const createLogger = (level: string): Logger =>
  pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));

/** @param process_ also the process's own figures (memory, event loop), once per process */
export function createMetrics(process_: boolean): Registry {
  const registry = new Registry();
  if (process_) collectDefaultMetrics({ register: registry });
  return registry;
}

/** What the rooms hold and did, asked when somebody reads the figures. */
export function measureRooms(
  metrics: Registry,
  stats: () => { rooms: number; connections: number; stored: number; refused: number },
): void {
  const HELP = {
    rooms: 'Chapters in memory.',
    connections: 'Open sockets.',
    stored: 'Log entries stored since the start.',
    refused: 'Connections whose text was refused since the start.',
  };
  for (const name of ['rooms', 'connections', 'stored', 'refused'] as const) {
    const gauge: Gauge = new Gauge({
      name: `accord_sync_${name}`,
      help: HELP[name],
      registers: [metrics],
      collect: () => gauge.set(stats()[name]),
    });
  }
}

/**
 * Counts and, at level `debug`, logs each request: method, path, status and time. Never headers, query or body, which hold
 * cookies, passwords and tokens.
 */
export function observeRequests(logger: Logger, metrics: Registry): RequestHandler {
  const seconds = new Histogram({
    name: 'accord_http_request_seconds',
    help: 'Time to answer an HTTP request.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [metrics],
  });
  return (request, response, next) => {
    const started = performance.now();
    response.on('finish', () => {
      const ms = performance.now() - started;
      const route: unknown = request.route?.path;
      const labels = {
        method: request.method,
        route: typeof route === 'string' ? route : 'pages',
        status: response.statusCode,
      };
      seconds.observe(labels, ms / 1000);
      logger.debug(
        { method: request.method, path: request.path, status: response.statusCode, ms: Math.round(ms) },
        'request',
      );
    });
    next();
  };
}
