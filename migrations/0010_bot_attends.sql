-- How the bot attends to conversations: one process at a time, and a sweep for what was missed.
CREATE TABLE "bot_watermark" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"swept_to" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bot_watermark_one_row" CHECK ("bot_watermark"."one")
);
--> statement-breakpoint
ALTER TABLE "bot_conversations" ADD COLUMN "answered_sequence" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "bot_conversations" ADD COLUMN "attended_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "bot_conversations" ADD COLUMN "resumed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "bot_conversations" ADD COLUMN "misses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bot_conversations" ADD CONSTRAINT "bot_conversations_misses_not_negative" CHECK ("bot_conversations"."misses" >= 0);--> statement-breakpoint

INSERT INTO bot_watermark (swept_to) VALUES (now());
