import type { Client } from "pg";

/**
 * Hands the rights that the migrations gave to the database's former ordinary role over to `role`, where they differ:
 * an administrator named another login, or the database comes from a time when all had the same one.
 */
export async function giveRightsTo(client: Client, role: string): Promise<void> {
  await client.query("select set_config('nianbao.new_role', $1, true)", [role]);
  await client.query(`
    do $move$
    declare
      fresh constant text := current_setting('nianbao.new_role');
      former text;
      line record;
    begin
      for former in
        select distinct r.rolname from pg_policy p
          join pg_class c on c.oid = p.polrelid and c.relnamespace = 'public'::regnamespace
          join pg_roles r on r.oid = any (p.polroles)
        where r.rolname <> fresh and r.oid <> c.relowner
      loop
        for line in
          select c.relname, p.polname from pg_policy p
            join pg_class c on c.oid = p.polrelid and c.relnamespace = 'public'::regnamespace
          where p.polroles = array[(select oid from pg_roles where rolname = former)]
        loop
          execute format('alter policy %I on public.%I to %I', line.polname, line.relname, fresh);
        end loop;
        for line in
          select format('%s on table public.%I', string_agg(a.privilege_type, ', '), c.relname) as granted
            from pg_class c, aclexplode(c.relacl) a
          where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.grantee = quote_ident(former)::regrole group by c.relname
          union all
          select format('%s (%I) on table public.%I', a.privilege_type, t.attname, c.relname)
            from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
          where c.relnamespace = 'public'::regnamespace and a.grantee = quote_ident(former)::regrole
          union all
          select format('execute on function %s', f.oid::regprocedure)
            from pg_proc f, aclexplode(f.proacl) a
          where f.pronamespace = 'nianbao'::regnamespace and a.grantee = quote_ident(former)::regrole
          union all
          select format('usage on schema %I', n.nspname)
            from pg_namespace n, aclexplode(n.nspacl) a
          where n.nspname in ('public', 'nianbao', 'drizzle') and a.grantee = quote_ident(former)::regrole
        loop
          execute 'grant ' || line.granted || format(' to %I', fresh);
          execute 'revoke ' || line.granted || format(' from %I', former);
        end loop;
      end loop;
    end $move$`);
}
