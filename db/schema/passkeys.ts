import { bigint, boolean, foreignKey, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";
import { users } from "./users";

/** Keys that a device or a password manager of somebody holds; here are only their public halves. */
export const passkeys = pgTable(
  "passkeys",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    userId: uuid("user_id").notNull(),
    /** What the device calls the key, and its public half; both base64url. */
    credentialId: text("credential_id").notNull(),
    publicKey: text("public_key").notNull(),
    /** How often it was used, as the device counts; many do not. */
    counter: bigint("counter", { mode: "number" }).notNull(),
    /** Whether other devices of its person may have it, and whether it is backed up. */
    isMultiDevice: boolean("is_multi_device").notNull(),
    isBackedUp: boolean("is_backed_up").notNull(),
    transports: text("transports").array().notNull(),
    name: text("name").notNull(),
    madeAt: moment("made_at").notNull(),
    usedAt: moment("used_at"),
    /** When the newest challenge that it answered was drawn: no answer is taken twice. */
    challengedAt: moment("challenged_at"),
  },
  (table) => [
    primaryKey({ name: "passkeys_pkey", columns: [table.districtId, table.id] }),
    unique("passkeys_credential_key").on(table.districtId, table.credentialId),
    foreignKey({
      name: "passkeys_user_fkey",
      columns: [table.districtId, table.userId],
      foreignColumns: [users.districtId, users.id],
    }).onDelete("cascade"),
  ],
);
