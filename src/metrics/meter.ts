/** How a request was answered: by the fast lane, by Yoga, by a stream over SSE, or by another address of the server. */
export type Lane = 'fast' | 'slow' | 'stream' | 'other';

/** Takes note of what the server does. Labels are few and known: nothing that a client can make up. */
export interface Meter {
  answered(lane: Lane, status: number, seconds: number): void;
  /** Of an operation whose caller was told of an error with this code. */
  failed(code: string): void;
  /** Of a socket, with its close code. */
  closed(code: number): void;
}
