CREATE TABLE "webhook_calls" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"webhook_id" uuid NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"tried_at" timestamp with time zone,
	"problem" text,
	CONSTRAINT "webhook_calls_pkey" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"sealed_secret" text NOT NULL,
	"topics" text[] NOT NULL,
	"added_by_name" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "webhooks_pkey" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
ALTER TABLE "webhook_calls" ADD CONSTRAINT "webhook_calls_webhook_fkey" FOREIGN KEY ("district_id","webhook_id") REFERENCES "public"."webhooks"("district_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_calls_at_idx" ON "webhook_calls" USING btree ("district_id","webhook_id","at");