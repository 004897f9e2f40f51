import type { PaymentProvider } from '../payments/provider.ts';

/** Where the next call of the provider is to stand still: nobody has asked yet, or the answer is here and not used. */
export interface ProviderStop {
  readonly operation: 'charge' | 'refund' | 'answerChallenge';
  readonly moment: 'before' | 'after';
}

/** What a process says to the test that stops its calls. */
export interface StopTold {
  readonly told: 'ready' | 'stands';
}

/** A provider whose calls stand still, one for each stop that is set, until the process dies. */
export function stoppable(
  provider: PaymentProvider,
  stands: () => void,
): { readonly provider: PaymentProvider; stopNext(stop: ProviderStop): void } {
  const stops: ProviderStop[] = [];

  async function stopHere(
    operation: ProviderStop['operation'],
    moment: ProviderStop['moment'],
  ): Promise<void> {
    const place = stops.findIndex((stop) => stop.operation === operation && stop.moment === moment);
    if (place < 0) return;
    stops.splice(place, 1);
    stands();
    await new Promise<never>(() => {});
  }

  function stopping<Input, Outcome>(
    operation: ProviderStop['operation'],
    call: (input: Input) => Promise<Outcome>,
  ): (input: Input) => Promise<Outcome> {
    return async (input) => {
      await stopHere(operation, 'before');
      const outcome = await call(input);
      await stopHere(operation, 'after');
      return outcome;
    };
  }

  return {
    provider: {
      ...provider,
      charge: stopping('charge', (input) => provider.charge(input)),
      refund: stopping('refund', (input) => provider.refund(input)),
      answerChallenge: stopping('answerChallenge', (input) => provider.answerChallenge(input)),
    },
    stopNext: (stop) => {
      stops.push(stop);
    },
  };
}
