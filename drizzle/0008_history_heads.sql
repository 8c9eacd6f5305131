CREATE TABLE "history_heads" (
	"district_id" uuid NOT NULL,
	"event_count" bigint NOT NULL,
	"hash" text NOT NULL,
	"seal_count" integer NOT NULL,
	CONSTRAINT "history_heads_pkey" PRIMARY KEY("district_id")
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "number" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "hash" text DEFAULT '' NOT NULL;