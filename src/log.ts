import { pino, stdSerializers, type Logger, type DestinationStream } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger } from 'pino';

/** Keys whose values never reach a log, at the top of an entry or one or two levels down. */
const SECRET_KEYS = [
  'authorization',
  'cookie',
  'token',
  'code',
  'password',
  'currentPassword',
  'passwordHash',
  'secret',
  'variables',
  'variableValues',
  'input',
];
const REDACTED = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** JSON lines, or a line for people when the output is a terminal. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const out = destination ?? (process.stdout.isTTY ? forPeople(process.stdout) : pino.destination(1));
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: REDACTED, censor: '[secret]' },
      serializers: { err: describeError },
    },
    out,
  );
}

/**
 * An error without the values that its statement was run with: Drizzle writes them into the message, and
 * postgres.js hangs them on the error.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: typeof error };
  const { type, message, stack } = stdSerializers.err(error);
  const sqlState = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    type,
    message: withoutParameters(message),
    stack: withoutParameters(stack),
    // Not under `code`, which is redacted: a code is what somebody signs in with.
    ...(sqlState === undefined ? {} : { errorCode: sqlState }),
  };
}

function withoutParameters(text: string): string {
  return text.replaceAll(/\nparams: [\s\S]*?(?=\n {4}at |\ncaused by: |$)/g, '');
}

interface Line {
  level: number;
  time: string;
  msg?: string;
  err?: { stack?: string };
  [key: string]: unknown;
}

function forPeople(terminal: { write(text: string): unknown }): DestinationStream {
  return {
    write(json: string) {
      const { level, time, msg, err, ...rest } = JSON.parse(json) as Line;
      const label = (pino.levels.labels[level] ?? String(level)).toUpperCase().padEnd(5);
      const facts = Object.entries(rest).map(
        ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
      );
      const head = [time.slice(11, 19), label, msg ?? '', ...facts].join(' ');
      terminal.write(err?.stack === undefined ? `${head}\n` : `${head}\n${err.stack}\n`);
    },
  };
}
