import { sql } from "drizzle-orm";
import type { Db } from "./connect";

export type KnownDistrict = { id: string; name: string };

/** Every district of a database as its owner sees them, also those whose own row is gone while something is left. */
export async function listKnownDistricts(db: Db): Promise<KnownDistrict[]> {
  const tables = await db.execute(
    sql`select from pg_tables where schemaname = 'public' and tablename = 'history_heads'`,
  );
  if (tables.rowCount === 0) return [];
  const { rows } = await db.execute<KnownDistrict>(sql`
    select known.id, coalesce(o.name, known.id::text) as name
    from (select id from public.organisations where id = district_id
      union select district_id from public.history_heads union select district_id from public.events
      union select district_id from public.versions union select district_id from public.reports
      union select district_id from public.seals) known
    left join public.organisations o on o.district_id = known.id and o.id = known.id
    order by name`);
  return rows;
}
