import { InvalidInputError, UserError } from '../errors.ts';
import type { PersonId } from '../db/id.ts';

/** What a market can have, in the order in which it is shown. */
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

/** A feature that nobody has ever switched in a country. */
export function neverSwitched(country: string, feature: Feature): FeatureSetting {
  return { country, feature, state: 'OFF', sharePercent: null, reason: 'It has not come here.' };
}

/** A country has not switched this on, or not for this person. */
export class FeatureUnavailableError extends UserError {
  readonly code = 'FEATURE_UNAVAILABLE';
  readonly setting: FeatureSetting;

  /** `whose`: of whom it is said, where it is not the caller. */
  constructor(setting: FeatureSetting, path: readonly string[] = [], whose = '') {
    const { country, feature, state, reason } = setting;
    super(`${whose}${feature} is ${state} in ${country}: ${reason}`, path);
    this.setting = setting;
  }
}

/** What a switch is set to. */
export type Switch = Pick<FeatureSetting, 'state' | 'sharePercent' | 'reason'>;

/** Throws unless a pilot says how many of a hundred are in, and nothing else does. */
export function requireShare({ state, sharePercent }: Pick<Switch, 'state' | 'sharePercent'>): void {
  const isRight = (state === 'PILOT') === (sharePercent !== null);
  if (isRight && (sharePercent === null || (sharePercent >= 0 && sharePercent <= 100))) return;
  throw new InvalidInputError(
    state === 'PILOT'
      ? 'A pilot has a share of people: a whole number from 0 to 100.'
      : 'Only a pilot has a share of people: leave it out.',
    ['sharePercent'],
  );
}

export function isSameSwitch(one: Switch, other: Switch): boolean {
  return one.state === other.state && one.sharePercent === other.sharePercent && one.reason === other.reason;
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

/** Kept, because making one takes some 0.1 ms and using it 0.004. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The day in a time zone, `2026-11-21`: what is counted by day is counted by the day of a market. */
export function dayIn(timeZone: string, now: Date): string {
  const calendar =
    calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  calendars.set(timeZone, calendar);
  return calendar.format(now);
}
