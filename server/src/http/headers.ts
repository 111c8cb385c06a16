import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** WebSocket origins of the workspace, for browsers that do not count them to 'self'. */
function sockets(publicUrl: string | null, hostHeader: string | undefined): string[] {
  if (publicUrl) return [publicUrl.replace(/^http/, 'ws')];
  return hostHeader && /^[\w.:[\]-]+$/.test(hostHeader) ? [`ws://${hostHeader}`] : [];
}

/**
 * Security headers for everything: a Content-Security-Policy without inline scripts or styles and without any other
 * site, and for the API (which a browser must never show as a page of ours) one that allows nothing at all.
 */
export function securityHeaders(publicUrl: string | null): RequestHandler {
  const https = publicUrl?.startsWith('https:') ?? false;
  const common = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  const self = ["'self'"];
  const none = ["'none'"];
  const pages = helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      defaultSrc: none,
      scriptSrc: self,
      styleSrc: self,
      fontSrc: self,
      imgSrc: ["'self'", 'blob:', 'data:'],
      connectSrc: ["'self'", (request) => sockets(publicUrl, request.headers.host).join(' ')],
      manifestSrc: self,
      workerSrc: self,
      formAction: self,
      baseUri: none,
      frameAncestors: none,
      objectSrc: none,
      ...(https && { upgradeInsecureRequests: [] }),
    },
  });
  const data = helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: { defaultSrc: none, frameAncestors: none, sandbox: [] },
  });
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()');
    common(request, response, (error?: unknown) => {
      if (error) return next(error);
      (request.path.startsWith('/api') ? data : pages)(request, response, next);
    });
  };
}
