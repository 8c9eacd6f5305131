ALTER TABLE "indicators" ADD COLUMN "also_from" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "rolls_up" text DEFAULT 'sum' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "ratio_of" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "decimals" integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "help" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "outline_headings" ADD COLUMN "help" text DEFAULT '' NOT NULL;