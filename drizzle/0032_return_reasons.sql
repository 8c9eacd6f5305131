CREATE TABLE "return_reasons" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_by_name" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "return_reasons_pkey" PRIMARY KEY("district_id","id")
);
