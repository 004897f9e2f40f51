-- How much of its rate each API key has used up. UNLOGGED: it is written at each call of an app, and a crash may forget it.
CREATE UNLOGGED TABLE "api_key_rates" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
