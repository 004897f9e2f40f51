import type { CommitFault } from './postgres-proxy.ts';
import type { ProviderStop } from './provider-stop.ts';

/** What goes wrong between the provider and us; with `none` its webhook comes after the restart. */
export const FAULTS = ['none', 'error_after', 'drop', 'delay', 'webhook_first', 'webhook lost'] as const;
export type Fault = (typeof FAULTS)[number];

/** Where in the payment flow the process is killed. */
export interface Point {
  /** The call of the provider that stands still. */
  readonly stop?: ProviderStop['moment'];
  /** The commit that goes wrong. */
  readonly commit?: { readonly of: 'begins' | 'settles'; readonly fault: CommitFault };
  /** The provider takes a minute to answer. */
  readonly isSlow?: true;
  /** A webhook brings the news meanwhile, and it is its commit that goes wrong. */
  readonly byWebhook?: true;
  /** Nobody has asked the provider by then: the one who does so after the restart meets the fault. */
  readonly isEarly?: true;
  readonly faults: readonly Fault[];
}

const ALL = FAULTS;
const BUT_WEBHOOK_FIRST = FAULTS.filter((fault) => fault !== 'webhook_first');

export const POINTS: Readonly<Record<string, Point>> = {
  'before its beginning is committed': { commit: { of: 'begins', fault: 'hang before' }, faults: ['none'] },
  'when its beginning is committed and it was not told': {
    commit: { of: 'begins', fault: 'cut after' },
    isEarly: true,
    faults: ALL,
  },
  'before the provider is called': { stop: 'before', isEarly: true, faults: ALL },
  // The other faults are of an answer that comes.
  'when the provider has done it and not answered': { isSlow: true, faults: ['none', 'webhook lost'] },
  'when it is answered and not settled': { stop: 'after', faults: ALL },
  // Once the webhook was first, there is nothing left to settle.
  'in the middle of settling': {
    commit: { of: 'settles', fault: 'hang before' },
    faults: BUT_WEBHOOK_FIRST,
  },
  'when it has settled and was not told': {
    commit: { of: 'settles', fault: 'cut after' },
    faults: ALL,
  },
  'when it is settled and the client not told': {
    commit: { of: 'settles', fault: 'hang after' },
    faults: BUT_WEBHOOK_FIRST,
  },
  'in the middle of a webhook': {
    stop: 'after',
    byWebhook: true,
    commit: { of: 'settles', fault: 'hang before' },
    faults: ['none'],
  },
};
