import type { Call, Reply } from './call.ts';
import { invalid } from './errors.ts';
import { CALL_FAULTS, DELIVERY_FAULTS } from './faults.ts';
import { amount, requiredText, text, wholeNumber } from './params.ts';

/** `POST /v1/payment_intents`, but none of our own helpers. */
const CALL = /^(GET|POST) \/v1\/(?!test_helpers\/)[\w/:]+$/;
const EVENT = /^[a-z_]+\.[a-z_]+$/;

/** POST /v1/test_helpers/faults */
export async function switchFaultOn({ tx, params }: Call): Promise<Reply> {
  const operation = requiredText(params, 'operation');
  const fault = requiredText(params, 'fault');
  if (!faultsOf(operation).includes(fault)) {
    throw invalid('This operation has no such fault.', { param: 'fault' });
  }
  const delayMs = wholeNumber(params, 'delay_ms', 0);
  const times = params.has('times') ? amount(params, 'times') : 1;
  if (Math.max(delayMs, times) > MOST)
    throw invalid('Invalid integer', { code: 'parameter_invalid_integer' });
  await tx`
    insert into sandbox.faults (operation, fault, delay_ms, remaining)
    values (${operation}, ${fault}, ${delayMs}, ${times})`;
  return { status: 200, body: { object: 'sandbox_fault', operation, fault, delay_ms: delayMs, times } };
}

/** DELETE /v1/test_helpers/faults, of all operations or of one. */
export async function clearFaults({ tx, params }: Call): Promise<Reply> {
  const operation = text(params, 'operation');
  const cleared = await tx`
    delete from sandbox.faults where ${operation}::text is null or operation = ${operation}`;
  return { status: 200, body: { object: 'sandbox_faults', cleared: cleared.count } };
}

/** Ten minutes, or so many times. */
const MOST = 600_000;

function faultsOf(operation: string): readonly string[] {
  if (CALL.test(operation)) return CALL_FAULTS;
  return EVENT.test(operation) ? DELIVERY_FAULTS : [];
}
