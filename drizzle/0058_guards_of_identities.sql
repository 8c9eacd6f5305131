-- Who comes from an identity provider is written down by the app itself, which acts for nobody then; an administrator
-- links them to a person, refuses them, or removes them.
DO $$
DECLARE
  in_district constant text := 'district_id = (SELECT nianbao.district())';
  by_itself constant text := in_district || ' AND (SELECT nianbao.actor()) IS NULL AND (SELECT nianbao.sees_all_units())';
  by_admin constant text := in_district || ' AND (SELECT nianbao.acts_as(''admin''))';
BEGIN
  EXECUTE format('CREATE POLICY seen_by_itself ON public.identities FOR SELECT TO nianbao_app USING (%s)', by_itself);
  EXECUTE format('CREATE POLICY written_by_itself ON public.identities FOR INSERT TO nianbao_app WITH CHECK (%s AND state = ''waiting'')', by_itself);
  EXECUTE format('CREATE POLICY seen_by_admin ON public.identities FOR SELECT TO nianbao_app USING (%s)', by_admin);
  EXECUTE format('CREATE POLICY settled_by_admin ON public.identities FOR UPDATE TO nianbao_app USING (%s) WITH CHECK (%s)', by_admin, by_admin);
  EXECUTE format('CREATE POLICY removed_by_admin ON public.identities FOR DELETE TO nianbao_app USING (%s)', by_admin);
  EXECUTE format('CREATE POLICY written_by_itself ON public.subjects FOR INSERT TO nianbao_app WITH CHECK (%s)', by_itself);
END $$;
--> statement-breakpoint
ALTER TABLE public.identities ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE public.subjects ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (state, user_id) ON public.identities TO nianbao_app;
--> statement-breakpoint
GRANT INSERT ON public.subjects TO nianbao_app;
--> statement-breakpoint
CREATE FUNCTION nianbao.district_of_subject(wanted text) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found uuid;
BEGIN
  SELECT s.district_id INTO found FROM public.subjects s WHERE s.subject = wanted;
  RETURN found;
END $$;
--> statement-breakpoint
DROP FUNCTION nianbao.load_actor(uuid, uuid, integer, timestamptz);
--> statement-breakpoint
-- As before, and: in a session whose sign-in counts as two factors no role is held back.
CREATE FUNCTION nianbao.load_actor(of_district uuid, wanted uuid, epoch integer, moment timestamptz, is_proved_twice boolean DEFAULT false) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE demanded text[];
BEGIN
  PERFORM 1 FROM second_factors f WHERE f.district_id = of_district AND f.user_id = wanted AND f.confirmed_at IS NOT NULL;
  IF NOT FOUND AND NOT is_proved_twice THEN
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
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.load_session(of_district uuid, wanted uuid, moment timestamptz, idle_since timestamptz, noted_since timestamptz)
RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  found public.sessions;
BEGIN
  SELECT * INTO found FROM public.sessions s
    WHERE s.district_id = of_district AND s.id = wanted AND s.ended_at IS NULL AND s.ends_at > moment AND s.seen_at > idle_since;
  IF found.id IS NULL THEN
    RETURN NULL;
  END IF;
  IF found.seen_at < noted_since AND current_setting('transaction_read_only') = 'off' THEN
    BEGIN
      UPDATE public.sessions s SET seen_at = moment
        WHERE s.district_id = of_district AND s.id = wanted AND s.ended_at IS NULL AND s.seen_at < noted_since;
    EXCEPTION WHEN disk_full THEN
      NULL;
    END;
  END IF;
  RETURN nianbao.load_actor(of_district, found.user_id, found.epoch, moment, found.is_proved_twice);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.district_of_subject(text), nianbao.load_actor(uuid, uuid, integer, timestamptz, boolean) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.district_of_subject(text), nianbao.load_actor(uuid, uuid, integer, timestamptz, boolean) TO nianbao_app;
