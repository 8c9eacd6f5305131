CREATE TABLE "ledger_choices" (
	"district_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"columns" jsonb NOT NULL,
	"words" jsonb NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_choices_pkey" PRIMARY KEY("district_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "request_ledgers" (
	"district_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"sheets" jsonb NOT NULL,
	"rows" jsonb NOT NULL,
	"row_count" integer NOT NULL,
	"counts" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"hash" text NOT NULL,
	"taken_by" uuid NOT NULL,
	"taken_by_name" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_ledgers_pkey" PRIMARY KEY("district_id","submission_id")
);
--> statement-breakpoint
ALTER TABLE "ledger_choices" ADD CONSTRAINT "ledger_choices_organisation_fkey" FOREIGN KEY ("district_id","organisation_id") REFERENCES "public"."organisations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_ledgers" ADD CONSTRAINT "request_ledgers_submission_fkey" FOREIGN KEY ("district_id","submission_id") REFERENCES "public"."submissions"("district_id","id") ON DELETE no action ON UPDATE no action;