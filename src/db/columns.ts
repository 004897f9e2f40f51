import { bigint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Id } from './id.ts';
import type { CurrencyCode } from '../money.ts';

/** The primary key of a noun, made by the program (see newId). */
export const primaryId = <Noun extends string>() => uuid().$type<Id<Noun>>().primaryKey();

/** A reference to a noun's primary key. */
export const reference = <Noun extends string>() => uuid().$type<Id<Noun>>();

/** An amount in minor units; the currency is a column of the same row. */
export const minor = () => bigint({ mode: 'bigint' });

export const currency = () => text().$type<CurrencyCode>();

/** A sequence or counter that fits a JavaScript number (below 2^53). */
export const counter = () => bigint({ mode: 'number' });

export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });

export const createdAt = () => instant().notNull().defaultNow();
export const updatedAt = () => instant().notNull().defaultNow();
