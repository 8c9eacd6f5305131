ALTER TABLE "cycle_units" ADD COLUMN "taken_over" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "cycles" ADD COLUMN "hard_end_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outline_headings" ADD COLUMN "may_keep_text" boolean DEFAULT false NOT NULL;