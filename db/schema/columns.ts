import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Leads the key of every table of district data, so that a table can be distributed by it. */
export const districtId = () => uuid("district_id").notNull();

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A file's bytes. */
export const fileBytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (bytes) => new Uint8Array(bytes),
  toDriver: (bytes) => Buffer.from(bytes),
});
