-- Whose role nobody ended has no name of who did; that of roles which were ended before names were kept is empty.
UPDATE public.memberships SET ended_by_name = '' WHERE until_at IS NOT NULL AND ended_by_name IS NULL;
--> statement-breakpoint
-- As before, where a role that ends by itself is held until then.
CREATE OR REPLACE FUNCTION nianbao.acts_as(VARIADIC roles text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (
    SELECT FROM public.memberships m JOIN public.users u ON u.district_id = m.district_id AND u.id = m.user_id
    WHERE m.district_id = nianbao.district() AND m.user_id = nianbao.actor() AND m.role = ANY (roles)
      AND (m.until_at IS NULL OR (m.ended_by_name IS NULL AND m.until_at > now())) AND u.deactivated_at IS NULL)
  OR NOT EXISTS (SELECT FROM public.memberships m WHERE m.district_id = nianbao.district())
$$;
