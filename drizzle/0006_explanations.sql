CREATE TABLE "report_explanations" (
	"district_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"finding_id" text NOT NULL,
	"finding" jsonb NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"note" text,
	CONSTRAINT "report_explanations_pkey" PRIMARY KEY("district_id","cycle_id","finding_id")
);
--> statement-breakpoint
CREATE TABLE "unit_reports" (
	"district_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"title" text NOT NULL,
	"report" jsonb NOT NULL,
	"hash" text NOT NULL,
	"imported_by" uuid NOT NULL,
	"imported_by_name" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unit_reports_pkey" PRIMARY KEY("district_id","organisation_id","year")
);
--> statement-breakpoint
ALTER TABLE "explanations" ADD COLUMN "finding" jsonb;--> statement-breakpoint
ALTER TABLE "explanations" ADD COLUMN "version_number" integer;--> statement-breakpoint
ALTER TABLE "explanations" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "report_explanations" ADD CONSTRAINT "report_explanations_cycle_fkey" FOREIGN KEY ("district_id","cycle_id") REFERENCES "public"."cycles"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_reports" ADD CONSTRAINT "unit_reports_organisation_fkey" FOREIGN KEY ("district_id","organisation_id") REFERENCES "public"."organisations"("district_id","id") ON DELETE no action ON UPDATE no action;