CREATE TABLE "accounts" (
	"folded_account" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"district_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "accounts_account_key" UNIQUE("account"),
	CONSTRAINT "accounts_user_key" UNIQUE("folded_account","district_id","user_id")
);
--> statement-breakpoint
INSERT INTO "accounts" ("folded_account", "account", "district_id", "user_id")
  SELECT "folded_account", "account", "district_id", "id" FROM "users";
--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_account_key";--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_folded_account_key";--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "id" DROP IDENTITY;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "id" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_account_fkey" FOREIGN KEY ("folded_account","district_id","id") REFERENCES "public"."accounts"("folded_account","district_id","user_id") ON DELETE no action ON UPDATE no action;