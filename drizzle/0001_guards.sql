-- The app logs in as an ordinary role, here called nianbao_app, which owns nothing and bypasses nothing. Each of its
-- transactions says who acts, in which district, and which units that person sees; the policies below hold every row
-- against that.
CREATE SCHEMA nianbao;
--> statement-breakpoint
CREATE FUNCTION nianbao.actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('nianbao.actor', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION nianbao.district() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('nianbao.district', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION nianbao.sees_all_units() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('nianbao.units', true), '') = 'all' $$;
--> statement-breakpoint
CREATE FUNCTION nianbao.units() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN coalesce(current_setting('nianbao.units', true), '') IN ('', 'all') THEN '{}'::uuid[]
        ELSE string_to_array(current_setting('nianbao.units', true), ',')::uuid[] END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA nianbao, public TO nianbao_app;
--> statement-breakpoint
DO $$
DECLARE
  one text;
  in_district constant text := 'district_id = (SELECT nianbao.district())';
  in_unit constant text := in_district || ' AND ((SELECT nianbao.sees_all_units()) OR organisation_id = ANY ((SELECT nianbao.units())::uuid[]))';
  in_office constant text := in_district || ' AND (SELECT nianbao.sees_all_units())';
BEGIN
  FOREACH one IN ARRAY ARRAY['submissions','figures','paragraphs','versions','version_figures','explanations','indicators','cycle_units'] LOOP
    EXECUTE format('CREATE POLICY in_scope ON %I TO nianbao_app USING (%s) WITH CHECK (%s)', one, in_unit, in_unit);
  END LOOP;
  FOREACH one IN ARRAY ARRAY['adjustments','report_texts','seals'] LOOP
    EXECUTE format('CREATE POLICY in_office ON %I TO nianbao_app USING (%s) WITH CHECK (%s)', one, in_office, in_office);
  END LOOP;
  FOREACH one IN ARRAY ARRAY['organisations','cycles','outline_headings'] LOOP
    EXECUTE format('CREATE POLICY read_in_district ON %I FOR SELECT TO nianbao_app USING (%s)', one, in_district);
    EXECUTE format('CREATE POLICY add_in_office ON %I FOR INSERT TO nianbao_app WITH CHECK (%s)', one, in_office);
    EXECUTE format('CREATE POLICY change_in_office ON %I FOR UPDATE TO nianbao_app USING (%s) WITH CHECK (%s)', one, in_office, in_office);
    EXECUTE format('CREATE POLICY remove_in_office ON %I FOR DELETE TO nianbao_app USING (%s)', one, in_office);
  END LOOP;
  EXECUTE format('CREATE POLICY in_scope ON users TO nianbao_app USING (%s AND (id = (SELECT nianbao.actor()) OR (SELECT nianbao.sees_all_units()))) WITH CHECK (%s AND (id = (SELECT nianbao.actor()) OR (SELECT nianbao.sees_all_units())))', in_district, in_district);
  EXECUTE format('CREATE POLICY read_in_scope ON memberships FOR SELECT TO nianbao_app USING (%s AND (user_id = (SELECT nianbao.actor()) OR (SELECT nianbao.sees_all_units())))', in_district);
  EXECUTE format('CREATE POLICY add_in_office ON memberships FOR INSERT TO nianbao_app WITH CHECK (%s)', in_office);
  EXECUTE format('CREATE POLICY change_in_office ON memberships FOR UPDATE TO nianbao_app USING (%s) WITH CHECK (%s)', in_office, in_office);
  -- A comment reaches the unit with the return that carries it.
  EXECUTE format('CREATE POLICY read_in_scope ON comments FOR SELECT TO nianbao_app USING (%s AND ((SELECT nianbao.sees_all_units()) OR sent_at IS NOT NULL))', in_unit);
  EXECUTE format('CREATE POLICY add_in_office ON comments FOR INSERT TO nianbao_app WITH CHECK (%s)', in_office);
  EXECUTE format('CREATE POLICY change_in_scope ON comments FOR UPDATE TO nianbao_app USING (%s) WITH CHECK (%s)', in_unit, in_unit);
  EXECUTE format('CREATE POLICY remove_unsent ON comments FOR DELETE TO nianbao_app USING (%s AND sent_at IS NULL)', in_office);
  EXECUTE format('CREATE POLICY read_in_scope ON events FOR SELECT TO nianbao_app USING (%s AND ((SELECT nianbao.sees_all_units()) OR organisation_id = ANY ((SELECT nianbao.units())::uuid[])))', in_district);
  EXECUTE format('CREATE POLICY add_in_district ON events FOR INSERT TO nianbao_app WITH CHECK (%s)', in_district);
  EXECUTE format('CREATE POLICY own ON requests TO nianbao_app USING (%s AND user_id = (SELECT nianbao.actor())) WITH CHECK (%s AND user_id = (SELECT nianbao.actor()))', in_district, in_district);
  EXECUTE format('CREATE POLICY in_office ON reports TO nianbao_app USING (%s) WITH CHECK (%s)', in_office, in_office);
  -- Published reports are the public's.
  CREATE POLICY read_published ON reports FOR SELECT TO nianbao_app USING (state IN ('published', 'superseded'));

  FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'rate_limits' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO nianbao_app', one);
  END LOOP;
  FOREACH one IN ARRAY ARRAY['organisations','users','memberships','cycles','cycle_units','outline_headings','indicators','submissions','figures','paragraphs','comments','explanations','adjustments','report_texts','reports','requests'] LOOP
    EXECUTE format('GRANT UPDATE ON %I TO nianbao_app', one);
  END LOOP;
  FOREACH one IN ARRAY ARRAY['outline_headings','indicators','comments','report_texts'] LOOP
    EXECUTE format('GRANT DELETE ON %I TO nianbao_app', one);
  END LOOP;
  -- The sign-in functions below run as the owner and read these three before anybody is known; all others hold the
  -- owner to the policies as well.
  FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('rate_limits','users','memberships','organisations') LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
  END LOOP;
  GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO nianbao_app;
END $$;
--> statement-breakpoint
CREATE FUNCTION nianbao.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['events','seals','versions','version_figures'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION nianbao.refuse_change()', one);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION nianbao.refuse_change()', one);
  END LOOP;
END $$;
--> statement-breakpoint
-- A final document is fixed; a published one stays for ever, and may only be superseded.
CREATE FUNCTION nianbao.guard_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'reports are never removed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state IN ('published', 'superseded') AND (
       NEW.state NOT IN ('published', 'superseded') OR (OLD.state = 'superseded' AND NEW.state <> 'superseded')
       OR NEW.document IS DISTINCT FROM OLD.document OR NEW.document_hash IS DISTINCT FROM OLD.document_hash
       OR NEW.published_at IS DISTINCT FROM OLD.published_at OR NEW.version <> OLD.version OR NEW.year <> OLD.year) THEN
    RAISE EXCEPTION 'a published report does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard_report BEFORE UPDATE OR DELETE ON reports FOR EACH ROW EXECUTE FUNCTION nianbao.guard_report();
--> statement-breakpoint
CREATE FUNCTION nianbao.sign_in_lookup(wanted text)
RETURNS TABLE (district_id uuid, user_id uuid, name text, password_hash text, code_hash text, code_expires_at timestamptz, session_epoch integer, is_active boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT district_id, id, name, password_hash, code_hash, code_expires_at, session_epoch, deactivated_at IS NULL FROM users WHERE account = wanted $$;
--> statement-breakpoint
-- Who somebody is at this request: one answer for the person, the district and the memberships in force.
CREATE FUNCTION nianbao.load_actor(wanted uuid, epoch integer, moment timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT jsonb_build_object(
    'userId', u.id, 'account', u.account, 'name', u.name, 'districtId', u.district_id, 'districtName', o.name,
    'memberships', coalesce((
      SELECT jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'role', m.role) ORDER BY m.role)
      FROM memberships m WHERE m.district_id = u.district_id AND m.user_id = u.id
        AND m.from_at <= moment AND (m.until_at IS NULL OR m.until_at > moment)), '[]'::jsonb))
  FROM users u JOIN organisations o ON o.district_id = u.district_id AND o.id = u.district_id
  WHERE u.id = wanted AND u.session_epoch = epoch AND u.deactivated_at IS NULL
$$;
--> statement-breakpoint
CREATE FUNCTION nianbao.is_set_up() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT EXISTS (SELECT FROM organisations) $$;
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA nianbao FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA nianbao TO nianbao_app;
