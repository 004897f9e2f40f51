import { z } from 'zod';
import { requireStaff } from '../businesses/staff.ts';
import { requirePerson, type Ctx } from '../context.ts';
import type { BusinessId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { humanText, parseInput } from '../text.ts';
import { settingsByBusiness } from './read.ts';
import { LANGUAGES } from './rules.ts';
import { botSettings, type CustomReply, type Texts } from './tables.ts';

/** A text in one of the bot's languages. */
export interface TextIn {
  readonly language: string;
  readonly text: string;
}

export interface SetBot {
  readonly businessId: BusinessId;
  /** What is left out stays as it is. */
  readonly isEnabled?: boolean | null | undefined;
  readonly greeting?: readonly TextIn[] | null | undefined;
  readonly away?: readonly TextIn[] | null | undefined;
  readonly replies?:
    | readonly { readonly keywords: readonly string[]; readonly texts: readonly TextIn[] }[]
    | null
    | undefined;
}

const MOST_REPLIES = 50;
const MOST_KEYWORDS = 20;

const texts = z
  .array(
    z.object({
      language: z.enum(LANGUAGES, 'The bot speaks en, hi, es, pt, id and it.'),
      text: humanText(1_000),
    }),
  )
  .max(LANGUAGES.length, 'One text for each language.')
  .refine(
    (all) => new Set(all.map((one) => one.language)).size === all.length,
    'One text for each language.',
  );
const SetBotInput = z.object({
  greeting: texts.nullish(),
  away: texts.nullish(),
  replies: z
    .array(
      z.object({
        keywords: z
          .array(humanText(60))
          .min(1, 'Name a keyword.')
          .max(MOST_KEYWORDS, `At most ${MOST_KEYWORDS} keywords.`),
        texts: texts.min(1, 'Say what to answer.'),
      }),
    )
    .max(MOST_REPLIES, `A bot has ${MOST_REPLIES} replies of its own at most.`)
    .nullish(),
});

/** Switches a shop's bot, and sets what it says in the shop's own words. For its managers. */
export async function setBot(ctx: Ctx, input: SetBot): Promise<void> {
  requirePerson(ctx);
  const { greeting, away, replies } = parseInput(SetBotInput, input);
  const { businessId, isEnabled } = input;
  await requireStaff(ctx, businessId, 'catalog');
  await transact(ctx, async (tx) => {
    await tx.sql`/* bot_lock_shop */ select from businesses where id = ${businessId} for no key update`;
    const [before] = await settingsByBusiness(tx, [businessId]);
    const values = {
      enabled: isEnabled ?? before?.enabled ?? false,
      greeting: greeting ? textsOf(greeting) : (before?.greeting ?? {}),
      away: away ? textsOf(away) : (before?.away ?? {}),
      replies: replies ? replies.map(replyOf) : (before?.replies ?? []),
      updatedAt: tx.now(),
    };
    await tx.db
      .insert(botSettings)
      .values({ businessId, ...values })
      .onConflictDoUpdate({ target: botSettings.businessId, set: values });
    await record(tx, {
      type: 'bot.updated',
      subjectId: businessId,
      topics: [topic.catalog(businessId)],
      payload: { partyId: businessId },
    });
  });
}

function replyOf(reply: {
  readonly keywords: readonly string[];
  readonly texts: readonly TextIn[];
}): CustomReply {
  return { keywords: reply.keywords, texts: textsOf(reply.texts) };
}

function textsOf(given: readonly TextIn[]): Texts {
  return Object.fromEntries(given.map(({ language, text }) => [language, text]));
}
