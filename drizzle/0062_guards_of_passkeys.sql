-- A person adds, uses and removes their own passkeys; an administrator takes them away from somebody who has lost them.
-- Who signs in by one is nobody before it was checked: the app looks up the person that the passkey names.
DO $$
DECLARE
  in_district constant text := 'district_id = (SELECT nianbao.district())';
  own constant text := 'user_id = (SELECT nianbao.actor())';
BEGIN
  EXECUTE format('CREATE POLICY own ON public.passkeys TO nianbao_app USING (%s AND %s) WITH CHECK (%s AND %s)', in_district, own, in_district, own);
  EXECUTE format('CREATE POLICY seen_by_admin ON public.passkeys FOR SELECT TO nianbao_app USING (%s AND (SELECT nianbao.acts_as(''admin'')))', in_district);
  EXECUTE format('CREATE POLICY removed_by_admin ON public.passkeys FOR DELETE TO nianbao_app USING (%s AND (SELECT nianbao.acts_as(''admin'')))', in_district);
END $$;
--> statement-breakpoint
ALTER TABLE public.passkeys ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (counter, is_backed_up, used_at, challenged_at) ON public.passkeys TO nianbao_app;
--> statement-breakpoint
-- As before, and: a passkey is a second factor too.
CREATE OR REPLACE FUNCTION nianbao.load_actor(of_district uuid, wanted uuid, epoch integer, moment timestamptz, is_proved_twice boolean DEFAULT false) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  demanded text[];
  has_factor boolean := is_proved_twice;
BEGIN
  IF NOT has_factor THEN
    PERFORM 1 FROM second_factors f WHERE f.district_id = of_district AND f.user_id = wanted AND f.confirmed_at IS NOT NULL;
    has_factor := FOUND;
  END IF;
  IF NOT has_factor THEN
    PERFORM 1 FROM passkeys p WHERE p.district_id = of_district AND p.user_id = wanted LIMIT 1;
    has_factor := FOUND;
  END IF;
  IF NOT has_factor THEN
    SELECT r.second_factor_roles INTO demanded FROM sign_in_rules r WHERE r.district_id = of_district;
  END IF;
  demanded := coalesce(demanded, '{}');
  RETURN (
    SELECT jsonb_build_object(
      'userId', u.id, 'account', u.account, 'name', u.name, 'districtId', u.district_id, 'districtName', o.name,
      'memberships', coalesce((
        SELECT jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'role', m.role) ORDER BY m.role)
        FROM memberships m WHERE m.district_id = of_district AND m.user_id = wanted
          AND m.from_at <= moment AND (m.until_at IS NULL OR m.until_at > moment) AND (u.is_system OR NOT (m.role = ANY (demanded)))), '[]'::jsonb),
      'heldBack', coalesce((
        SELECT jsonb_agg(DISTINCT m.role)
        FROM memberships m WHERE m.district_id = of_district AND m.user_id = wanted AND NOT u.is_system
          AND m.from_at <= moment AND (m.until_at IS NULL OR m.until_at > moment) AND m.role = ANY (demanded)), '[]'::jsonb))
    FROM users u JOIN organisations o ON o.district_id = u.district_id AND o.id = u.district_id
    WHERE u.district_id = of_district AND u.id = wanted AND u.session_epoch = epoch AND u.deactivated_at IS NULL);
END $$;
