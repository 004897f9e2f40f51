import type { ServerResponse } from 'node:http';

/** Answers a request that never became an operation, in the shape of a GraphQL error. */
export function answerError(
  res: ServerResponse,
  status: number,
  code: string,
  message: string,
  facts: Readonly<Record<string, unknown>> = {},
): void {
  answerJson(res, status, { errors: [{ message, extensions: { code, ...facts } }] });
}

export function answerJson(res: ServerResponse, status: number, body: unknown): void {
  answerText(res, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

export function answerText(res: ServerResponse, status: number, type: string, text: string): void {
  if (res.headersSent || res.destroyed) return;
  res.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
  res.end(text);
}
