-- A person sets up, confirms and removes their own second step; an administrator takes it away from somebody who has lost it.
DO $$
DECLARE
  one text;
  in_district constant text := 'district_id = (SELECT nianbao.district())';
  own constant text := 'user_id = (SELECT nianbao.actor())';
BEGIN
  FOREACH one IN ARRAY ARRAY['second_factors', 'recovery_codes'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY own ON public.%I TO nianbao_app USING (%s AND %s) WITH CHECK (%s AND %s)', one, in_district, own, in_district, own);
    EXECUTE format('CREATE POLICY seen_by_admin ON public.%I FOR SELECT TO nianbao_app USING (%s AND (SELECT nianbao.acts_as(''admin'')))', one, in_district);
    EXECUTE format('CREATE POLICY removed_by_admin ON public.%I FOR DELETE TO nianbao_app USING (%s AND (SELECT nianbao.acts_as(''admin'')))', one, in_district);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON public.%I TO nianbao_app', one);
  END LOOP;
  EXECUTE format('CREATE POLICY read_in_district ON public.sign_in_rules FOR SELECT TO nianbao_app USING (%s)', in_district);
  EXECUTE format('CREATE POLICY add_by_admin ON public.sign_in_rules FOR INSERT TO nianbao_app WITH CHECK (%s AND (SELECT nianbao.acts_as(''admin'')))', in_district);
  EXECUTE format('CREATE POLICY change_by_admin ON public.sign_in_rules FOR UPDATE TO nianbao_app USING (%s AND (SELECT nianbao.acts_as(''admin''))) WITH CHECK (%s)', in_district, in_district);
END $$;
--> statement-breakpoint
ALTER TABLE public.sign_in_rules ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (second_factor_roles, changed_at) ON public.sign_in_rules TO nianbao_app;
--> statement-breakpoint
GRANT UPDATE (sealed_secret, made_at, confirmed_at, last_step) ON public.second_factors TO nianbao_app;
--> statement-breakpoint
GRANT UPDATE (used_at) ON public.recovery_codes TO nianbao_app;
--> statement-breakpoint
-- As before, and: a role that demands a second step counts only for whoever has one; the others are named apart.
CREATE OR REPLACE FUNCTION nianbao.load_actor(wanted uuid, epoch integer, moment timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT jsonb_build_object(
    'userId', u.id, 'account', u.account, 'name', u.name, 'districtId', u.district_id, 'districtName', o.name,
    'memberships', coalesce((
      SELECT jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'role', m.role) ORDER BY m.role)
      FROM memberships m WHERE m.district_id = u.district_id AND m.user_id = u.id
        AND m.from_at <= moment AND (m.until_at IS NULL OR m.until_at > moment) AND NOT (m.role = ANY (back.roles))), '[]'::jsonb),
    'heldBack', coalesce((
      SELECT jsonb_agg(DISTINCT m.role)
      FROM memberships m WHERE m.district_id = u.district_id AND m.user_id = u.id
        AND m.from_at <= moment AND (m.until_at IS NULL OR m.until_at > moment) AND m.role = ANY (back.roles)), '[]'::jsonb))
  FROM users u JOIN organisations o ON o.district_id = u.district_id AND o.id = u.district_id
    CROSS JOIN LATERAL (
      SELECT CASE WHEN EXISTS (SELECT FROM second_factors f WHERE f.district_id = u.district_id AND f.user_id = u.id AND f.confirmed_at IS NOT NULL)
        THEN '{}'::text[]
        ELSE coalesce((SELECT r.second_factor_roles FROM sign_in_rules r WHERE r.district_id = u.district_id), '{}'::text[]) END AS roles) back
  WHERE u.id = wanted AND u.session_epoch = epoch AND u.deactivated_at IS NULL
$$;
