-- A person makes, sees and ends their own tokens; an administrator those of systems, and sees and ends all. A token's hash
-- is written once and read by nobody but the function below.
ALTER TABLE public.access_tokens ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY read_own ON public.access_tokens FOR SELECT TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (user_id = (SELECT nianbao.actor()) OR (SELECT nianbao.acts_as('admin'))));
--> statement-breakpoint
CREATE POLICY make_own ON public.access_tokens FOR INSERT TO nianbao_app
  WITH CHECK (district_id = (SELECT nianbao.district()) AND ended_at IS NULL AND seen_at IS NULL
    AND ((user_id = (SELECT nianbao.actor()) AND NOT is_of_system) OR (is_of_system AND (SELECT nianbao.acts_as('admin')))));
--> statement-breakpoint
CREATE POLICY end_own ON public.access_tokens FOR UPDATE TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND ended_at IS NULL AND (user_id = (SELECT nianbao.actor()) OR (SELECT nianbao.acts_as('admin'))))
  WITH CHECK (district_id = (SELECT nianbao.district()) AND ended_at IS NOT NULL);
--> statement-breakpoint
GRANT SELECT (district_id, id, user_id, is_of_system, name, scopes, made_at, made_by_name, expires_at, seen_at, ended_at),
  INSERT, UPDATE (ended_at) ON public.access_tokens TO nianbao_app;
--> statement-breakpoint
GRANT INSERT (is_system) ON public.users TO nianbao_app;
--> statement-breakpoint
-- As before, and: no second step is demanded of a system, whose tokens an administrator makes with theirs.
CREATE OR REPLACE FUNCTION nianbao.load_actor(of_district uuid, wanted uuid, epoch integer, moment timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE demanded text[];
BEGIN
  PERFORM 1 FROM second_factors f WHERE f.district_id = of_district AND f.user_id = wanted AND f.confirmed_at IS NOT NULL;
  IF NOT FOUND THEN
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
-- Whose token it is, as the database knows them now, and notes its use; null where it is none, has ended or expired.
CREATE FUNCTION nianbao.load_token(of_district uuid, hash text, moment timestamptz, noted_since timestamptz) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  found public.access_tokens;
  epoch integer;
BEGIN
  SELECT * INTO found FROM public.access_tokens t
    WHERE t.district_id = of_district AND t.token_hash = hash AND t.ended_at IS NULL AND t.expires_at > moment;
  IF found.id IS NULL THEN
    RETURN NULL;
  END IF;
  IF (found.seen_at IS NULL OR found.seen_at < noted_since) AND current_setting('transaction_read_only') = 'off' THEN
    BEGIN
      UPDATE public.access_tokens t SET seen_at = moment
        WHERE t.district_id = of_district AND t.id = found.id AND (t.seen_at IS NULL OR t.seen_at < noted_since);
    EXCEPTION WHEN disk_full THEN
      NULL;
    END;
  END IF;
  SELECT u.session_epoch INTO epoch FROM public.users u WHERE u.district_id = of_district AND u.id = found.user_id;
  RETURN jsonb_build_object('id', found.id, 'name', found.name, 'scopes', to_jsonb(found.scopes),
    'actor', nianbao.load_actor(of_district, found.user_id, epoch, moment));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.load_token(uuid, text, timestamptz, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.load_token(uuid, text, timestamptz, timestamptz) TO nianbao_app;
