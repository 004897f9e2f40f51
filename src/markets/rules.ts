import { UserError } from '../errors.ts';
import type { PersonId } from '../db/id.ts';

/** What a market can have, with the sentence that documents it in the API. */
export const FEATURES = [
  'CATALOG',
  'CART',
  'CARD_PAYMENT',
  'WALLET',
  'SEND_MONEY',
  'CASH_ON_DELIVERY',
  'BOT',
  'FACEBOOK_SHOP',
  'INSTAGRAM_SHOP',
] as const;
export type Feature = (typeof FEATURES)[number];

export const FEATURE_STATES = ['OFF', 'ANNOUNCED', 'PILOT', 'ON'] as const;
export type FeatureState = (typeof FEATURE_STATES)[number];

/** How a feature stands in a country. */
export interface FeatureSetting {
  readonly country: string;
  readonly feature: Feature;
  readonly state: FeatureState;
  /** Of a pilot: how many of a hundred people are in; else null. */
  readonly sharePercent: number | null;
  /** Why it is as it is, for people. */
  readonly reason: string;
}

/** A country has not switched this on, or not for this person. */
export class FeatureUnavailableError extends UserError {
  readonly code = 'FEATURE_UNAVAILABLE';
  readonly setting: FeatureSetting;

  constructor(setting: FeatureSetting, path: readonly string[] = []) {
    const { country, feature, state, reason } = setting;
    super(`${feature} is ${state} in ${country}${reason ? `: ${reason}` : '.'}`, path);
    this.setting = setting;
  }
}

/**
 * Whether a feature works for a person; null is nobody in particular, such as a guest. `invited` people are in every
 * pilot of their country.
 */
export function isAvailable(setting: FeatureSetting, personId: PersonId | null, invited: boolean): boolean {
  switch (setting.state) {
    case 'ON':
      return true;
    case 'PILOT':
      return invited || (personId !== null && placeInPilot(setting, personId) < (setting.sharePercent ?? 0));
    case 'ANNOUNCED':
    case 'OFF':
      return false;
  }
}

/**
 * Where a person stands between 0 and 99 in the pilot of a feature: always the same, so that a growing share keeps who
 * is in, and another one for each feature, so that it is not always the same people who try things out. FNV-1a.
 */
export function placeInPilot(
  { country, feature }: Pick<FeatureSetting, 'country' | 'feature'>,
  personId: PersonId,
): number {
  let hash = 0x811c9dc5;
  for (const char of `${country}:${feature}:${personId}`) {
    hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  }
  return (hash >>> 0) % 100;
}
