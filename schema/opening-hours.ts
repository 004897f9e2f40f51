import { hoursByBusiness } from '../src/businesses/read.ts';
import { isOpenAt, parseTime, timeText, wallTime, type Hours } from '../src/businesses/hours.ts';
import { setOpeningHours } from '../src/businesses/set-hours.ts';
import type { BusinessId } from '../src/db/id.ts';
import { marketOfBusiness } from '../src/markets/read.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { inputId } from './ids.ts';
import { batched } from './loaders.ts';
import { Business } from './refs.ts';

const WeekdayType = builder.enumType('Weekday', {
  description: 'A day of the week.',
  values: {
    MONDAY: { value: 1, description: 'Monday.' },
    TUESDAY: { value: 2, description: 'Tuesday.' },
    WEDNESDAY: { value: 3, description: 'Wednesday.' },
    THURSDAY: { value: 4, description: 'Thursday.' },
    FRIDAY: { value: 5, description: 'Friday.' },
    SATURDAY: { value: 6, description: 'Saturday.' },
    SUNDAY: { value: 7, description: 'Sunday.' },
  } as const,
});
type Weekday = typeof WeekdayType.$inferType;

const OpeningHoursType = builder.objectRef<Hours>('OpeningHours').implement({
  description: 'A stretch of a day on which a shop is open, by the clock of its market.',
  fields: (t) => ({
    weekday: t.field({
      type: WeekdayType,
      description: 'On which day.',
      resolve: ({ weekday }) => weekday as Weekday,
    }),
    opensAt: t.string({ description: 'Such as 09:00.', resolve: ({ opensAt }) => timeText(opensAt) }),
    closesAt: t.string({
      description: 'Such as 18:30; 24:00 is midnight.',
      resolve: ({ closesAt }) => timeText(closesAt),
    }),
  }),
});

const hoursOf = batched(hoursByBusiness);

builder.objectFields(Business, (t) => ({
  openingHours: t.field({
    type: [OpeningHoursType],
    description: 'When it is open, from Monday on; empty: always. For everybody.',
    resolve: (business, _args, ctx) => hoursOf(ctx, business.id),
  }),
  isOpenNow: t.boolean({
    description: 'Whether it is open by its hours and the clock of its market. For everybody.',
    resolve: async (business, _args, ctx) => {
      const hours = await hoursOf(ctx, business.id);
      if (hours.length === 0) return true;
      const market = await marketOfBusiness(ctx, business.id);
      return market !== null && isOpenAt(hours, wallTime(market.timeZone, ctx.now()));
    },
  }),
}));

const OpeningHoursInput = builder.inputType('OpeningHoursInput', {
  description: 'A stretch of a day.',
  fields: (t) => ({
    weekday: t.field({ type: WeekdayType, required: true, description: 'On which day.' }),
    opensAt: t.string({ required: true, description: 'Such as 09:00.' }),
    closesAt: t.string({ required: true, description: 'Such as 18:30; 24:00 is midnight.' }),
  }),
});

const OpeningHoursSetInput = builder.inputType('OpeningHoursSetInput', {
  description: 'For openingHoursSet.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'Of which shop.' }),
    hours: t.field({
      type: [OpeningHoursInput],
      required: true,
      description: 'The whole week, 21 stretches at most, none over another; empty: always open.',
    }),
  }),
});

const OpeningHoursSetPayload = payload<{ business: BusinessId }>('OpeningHoursSetPayload', (t) => ({
  business: t.field({
    type: Business,
    nullable: true,
    description: 'The shop as it is now.',
    resolve: (result) => result.business,
  }),
}));

builder.mutationField('openingHoursSet', (t) =>
  t.field({
    type: OpeningHoursSetPayload,
    description: 'Says when a shop is open; its bot tells who writes at other times. For its managers.',
    args: { input: t.arg({ type: OpeningHoursSetInput, required: true, description: 'When.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const businessId = inputId<'business'>('Business', input.businessId, ['businessId']);
        const hours = input.hours.map(({ weekday, opensAt, closesAt }) => ({
          weekday,
          opensAt: parseTime(opensAt, ['hours', 'opensAt']),
          closesAt: parseTime(closesAt, ['hours', 'closesAt']),
        }));
        await setOpeningHours(ctx, { businessId, hours });
        return { business: businessId };
      }),
  }),
);
