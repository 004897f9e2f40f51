import type { IncomingMessage, ServerResponse } from 'node:http';

/** Which pages may call from a browser: those of this server, and those of the configured origins. */
export interface Origins {
  readonly allowed: readonly string[];
  /** This server's own, besides the host that a request names. */
  readonly publicOrigin: string;
  /** Whether X-Forwarded-Host can be believed. */
  readonly trustProxy: boolean;
}

export function isAllowedOrigin(req: IncomingMessage, origins: Origins): boolean {
  const { origin } = req.headers;
  if (origin === undefined) return true;
  return (
    origins.allowed.includes(origin) || origin === origins.publicOrigin || isSameHost(req, origin, origins)
  );
}

function isSameHost(req: IncomingMessage, origin: string, { trustProxy }: Origins): boolean {
  const forwarded = trustProxy ? req.headers['x-forwarded-host'] : undefined;
  const host = typeof forwarded === 'string' ? forwarded : req.headers.host;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Adds the CORS headers for a configured origin. Without them a browser keeps the answer from the page. */
export function setCorsHeaders(req: IncomingMessage, res: ServerResponse, { allowed }: Origins): void {
  const { origin } = req.headers;
  if (allowed.length > 0) res.setHeader('vary', 'origin');
  if (origin === undefined || !allowed.includes(origin)) return;
  res.setHeader('access-control-allow-origin', origin);
  res.setHeader('access-control-allow-credentials', 'true');
  res.setHeader('access-control-expose-headers', 'x-request-id');
}

/** Answers the question that a browser asks before a cross-site request. */
export function answerPreflight(req: IncomingMessage, res: ServerResponse, { allowed }: Origins): void {
  const { origin } = req.headers;
  if (origin !== undefined && allowed.includes(origin)) {
    const wanted = req.headers['access-control-request-headers'];
    res.setHeader('access-control-allow-methods', 'GET, POST');
    if (wanted !== undefined && /^[\w, -]*$/.test(wanted)) {
      res.setHeader('access-control-allow-headers', wanted);
    }
    res.setHeader('access-control-max-age', '7200');
  }
  res.writeHead(204, { allow: 'GET, POST, OPTIONS' }).end();
}

/** Headers that a page can only send after a preflight; the first is ours, the others what clients send by habit. */
const PREFLIGHT_HEADERS = [
  'x-bottega',
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'x-graphql-yoga-csrf',
];
/** Types that a form of any page can post without a preflight; so can a request without a type. */
const FORM_TYPES = ['', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];

/**
 * Whether a page of another site could have made its visitor's browser send this request without asking us
 * first. A GET changes nothing here, so it is refused only when it is known to come from elsewhere.
 */
export function isForgeable(req: IncomingMessage, origins: Origins): boolean {
  if (PREFLIGHT_HEADERS.some((header) => req.headers[header] !== undefined)) return false;
  if (req.method === 'GET') {
    const site = req.headers['sec-fetch-site'];
    const fromElsewhere = site === 'cross-site' || site === 'same-site';
    const isAllowed = req.headers.origin !== undefined && isAllowedOrigin(req, origins);
    return !isPageView(req) && ((fromElsewhere && !isAllowed) || !isAllowedOrigin(req, origins));
  }
  const type = (req.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return FORM_TYPES.includes(type);
}

/** A browser that opens /graphql in a tab: it gets the playground, and no operation runs. */
export function isPageView(req: IncomingMessage): boolean {
  return req.method === 'GET' && (req.headers.accept ?? '').includes('text/html');
}
