/**
 * The API's error answers, in Stripe's shape: {"error": {"type", "code", "message", "param",
 * "payment_intent"}}.
 */
import type { IntentObject } from './objects.ts';

interface ErrorBody {
  type: 'invalid_request_error' | 'idempotency_error' | 'api_error';
  message: string;
  code?: string;
  param?: string;
  payment_intent?: IntentObject;
}

/** Ends a request without effect: its transaction is rolled back, and nothing is kept under its key. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: { error: ErrorBody };

  constructor(status: number, error: ErrorBody) {
    super(error.message);
    this.name = 'ApiError';
    this.status = status;
    this.body = { error };
  }
}

export function invalid(message: string, facts: Pick<ErrorBody, 'code' | 'param'> = {}): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', message, ...facts });
}

export function missing(type: string, id: string, param: string): ApiError {
  const error = { type: 'invalid_request_error', code: 'resource_missing', param } as const;
  return new ApiError(404, { ...error, message: `No such ${type}: '${id}'` });
}

/** It tells nothing of what was done. */
export function ourFault(): ApiError {
  const message = 'An error on our side: try again with the same key.';
  return new ApiError(500, { type: 'api_error', message });
}

/** The intent has gone on: it is sent along, so that the caller sees where to. */
export function unexpectedState(intent: IntentObject): ApiError {
  return new ApiError(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message: `This PaymentIntent's status does not allow it: ${intent.status}.`,
    payment_intent: intent,
  });
}
