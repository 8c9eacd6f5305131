ALTER TABLE "organisations" DROP CONSTRAINT "organisations_name_key";--> statement-breakpoint
ALTER TABLE "memberships" DROP CONSTRAINT "memberships_user_fkey";
--> statement-breakpoint
ALTER TABLE "cycle_units" ADD COLUMN "dissolved_note" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "folded_name" text;--> statement-breakpoint
-- As foldName gives it. Of rows that look alike from before, the later ones keep a mark that no folded name has.
UPDATE "organisations" SET "folded_name" = folded."name" || CASE WHEN folded."nth" = 1 THEN '' ELSE ' ' || folded."id"::text END
FROM (
  SELECT "district_id", "id", "name", row_number() OVER (PARTITION BY "district_id", "name" ORDER BY "position", "id") AS "nth"
  FROM (SELECT "district_id", "id", "position", lower(regexp_replace(normalize("name", NFKC), '[[:space:][:cntrl:]\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB]', '', 'g')) AS "name" FROM "organisations") AS each
) AS folded
WHERE folded."district_id" = "organisations"."district_id" AND folded."id" = "organisations"."id";--> statement-breakpoint
ALTER TABLE "organisations" ALTER COLUMN "folded_name" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "dissolved_on" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "folded_account" text;--> statement-breakpoint
UPDATE "users" SET "folded_account" = folded."account" || CASE WHEN folded."nth" = 1 THEN '' ELSE ' ' || folded."id"::text END
FROM (
  SELECT "id", "account", row_number() OVER (PARTITION BY "account" ORDER BY "created_at", "id") AS "nth"
  FROM (SELECT "id", "created_at", lower(regexp_replace(normalize("account", NFKC), '[[:space:][:cntrl:]\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB]', '', 'g')) AS "account" FROM "users") AS each
) AS folded
WHERE folded."id" = "users"."id";--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "folded_account" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_fkey" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."users"("district_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_folded_name_key" UNIQUE("district_id","folded_name");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_folded_account_key" UNIQUE("folded_account");