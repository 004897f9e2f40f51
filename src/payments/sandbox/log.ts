/** The part of pino that the sandbox uses. Neither bodies nor tokens are ever given to it. */
export interface SandboxLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLog: SandboxLog = { info: () => {}, warn: () => {}, error: () => {} };
