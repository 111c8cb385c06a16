import type { Endpoint } from '@accord/shared/kernel/endpoint';
import { Failure } from '@accord/shared/kernel/failure';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { serveAssets } from './assets';
import type { BoundEndpoint } from './bind';
import { securityHeaders } from './headers';
import { type CookieRules, type Doorkeeper, mount } from './mount';
import { describeApi } from './openapi';
import type { OriginCheck } from './origin';
import { toFailure, toProblem } from './problem';

export interface AppParts {
  readonly endpoints: readonly BoundEndpoint[];
  /** All declared endpoints, for the OpenAPI page. */
  readonly declared: readonly Endpoint[];
  readonly version: string;
  readonly door: Doorkeeper;
  readonly cookie: CookieRules;
  readonly originAllowed: OriginCheck;
  readonly publicUrl: string | null;
  readonly proxyHops: number;
  readonly clientFolder: string;
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly observe: RequestHandler;
  /** False while the disk takes nothing. */
  readonly ready: () => boolean;
}

/** The HTTP side of the server: health, API, pages; every error leaves as problem+json. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', parts.proxyHops);
  app.use(parts.observe, securityHeaders(parts.publicUrl));
  health(app, parts);
  app.use(refuseForeignWrites(parts.originAllowed));
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  const description = describeApi(parts.declared, parts.version);
  app.get('/api/openapi.json', (_request, response) => void response.json(description));
  mount(app, parts.endpoints, parts.door, parts.cookie);
  app.use(['/api', '/sync'], () => {
    throw new Failure('not-found', 'There is no such address.');
  });
  app.use(serveAssets(parts.clientFolder));
  app.use(() => {
    throw new Failure('not-found', 'There is no such address.');
  });
  app.use(reportErrors(parts.logger));
  return app;
}

function health(app: Express, { ready, metrics }: AppParts): void {
  app.get('/live', (_request, response) => void response.json({ status: 'live' }));
  app.get('/ready', (_request, response) => {
    if (ready()) response.json({ status: 'ready' });
    else
      sendProblem(
        response,
        new Failure('read-only-storage', 'The disk takes nothing: the workspace is read-only.'),
      );
  });
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics());
  });
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * No other site may change anything with a visitor's session. Browsers name the Origin on every writing request; a
 * program without one carries no cookie but its own.
 */
function refuseForeignWrites(originAllowed: OriginCheck): RequestHandler {
  return (request, _response, next) => {
    if (READING.has(request.method)) return next();
    const { origin, host, 'sec-fetch-site': site } = request.headers;
    const foreign =
      origin === undefined ? site === 'cross-site' || site === 'same-site' : !originAllowed(origin, host);
    next(foreign ? new Failure('foreign-origin', 'The request comes from another site.') : undefined);
  };
}

function reportErrors(logger: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    const failure = toFailure(error);
    if (failure.status >= 500)
      logger.error(
        { err: failure.cause ?? failure, code: failure.code, path: request.path },
        failure.message,
      );
    if (response.headersSent) return next(error);
    sendProblem(response, failure);
  };
}

function sendProblem(response: Response, failure: Failure): void {
  if (failure.retryAfter !== undefined) response.setHeader('Retry-After', String(failure.retryAfter));
  response.removeHeader('ETag');
  response
    .status(failure.status)
    .type('application/problem+json')
    .send(JSON.stringify(toProblem(failure)));
}
