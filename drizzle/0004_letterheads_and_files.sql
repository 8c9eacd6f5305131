CREATE TABLE "kept_files" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"key" text NOT NULL,
	"document_hash" text NOT NULL,
	"format" text NOT NULL,
	"choices" jsonb NOT NULL,
	"letterhead_id" uuid,
	"is_draft" boolean NOT NULL,
	"document" jsonb,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"parts_done" integer DEFAULT 0 NOT NULL,
	"parts_total" integer DEFAULT 1 NOT NULL,
	"problem" jsonb,
	"asked_by_name" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"file" "bytea",
	CONSTRAINT "kept_files_pkey" PRIMARY KEY("district_id","id"),
	CONSTRAINT "kept_files_key_key" UNIQUE("district_id","key")
);
--> statement-breakpoint
CREATE TABLE "letterheads" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"hash" text NOT NULL,
	"file" "bytea" NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_by_name" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "letterheads_pkey" PRIMARY KEY("district_id","id"),
	CONSTRAINT "letterheads_file_size" CHECK (octet_length("letterheads"."file") between 1 and 4194304)
);
--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "letterhead_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "has_charts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "has_unit_annexes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "kept_files" ADD CONSTRAINT "kept_files_report_fkey" FOREIGN KEY ("district_id","report_id") REFERENCES "public"."reports"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_files_open_idx" ON "kept_files" USING btree ("state","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "letterheads_current_key" ON "letterheads" USING btree ("district_id") WHERE "letterheads"."retired_at" is null;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_letterhead_fkey" FOREIGN KEY ("district_id","letterhead_id") REFERENCES "public"."letterheads"("district_id","id") ON DELETE no action ON UPDATE no action;