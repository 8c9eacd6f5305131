-- Whose an account is, is seen like the person, and written by whoever sees all units. Only an administrator can use one:
-- the key of `users` holds each to the other, so that one without a person signs nobody in and one with a person stays.
-- Every machine of a cluster has a copy, so that its policies may ask nothing of a district's tables.
ALTER TABLE public.accounts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY read_in_scope ON public.accounts FOR SELECT TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (user_id = (SELECT nianbao.actor()) OR (SELECT nianbao.sees_all_units())));
--> statement-breakpoint
CREATE POLICY take_in_office ON public.accounts FOR INSERT TO nianbao_app
  WITH CHECK (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.sees_all_units()));
--> statement-breakpoint
CREATE POLICY give_back_in_office ON public.accounts FOR DELETE TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.sees_all_units()));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON public.accounts TO nianbao_app;
--> statement-breakpoint
-- From here on each look-up of a person names the district, so that it asks one machine where there are several.
DROP FUNCTION nianbao.sign_in_lookup(text);
--> statement-breakpoint
CREATE FUNCTION nianbao.sign_in_lookup(wanted text)
RETURNS TABLE (district_id uuid, user_id uuid, name text, password_salt text, code_salt text, code_expires_at timestamptz, session_epoch integer, is_active boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found public.accounts;
BEGIN
  SELECT a.* INTO found FROM public.accounts a WHERE a.account = wanted;
  RETURN QUERY
    SELECT u.district_id, u.id, u.name, nianbao.salt_of(c.password_hash), nianbao.salt_of(c.code_hash), u.code_expires_at,
      u.session_epoch, u.deactivated_at IS NULL
    FROM public.users u LEFT JOIN public.credentials c ON c.district_id = u.district_id AND c.user_id = u.id
    WHERE u.district_id = found.district_id AND u.id = found.user_id;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.taken_accounts(wanted jsonb) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT nianbao.acts_as('admin') THEN
    RAISE EXCEPTION 'accounts are looked up by an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT a.folded_account FROM public.accounts a
    WHERE a.folded_account = ANY (ARRAY(SELECT jsonb_array_elements_text(wanted)));
END $$;
--> statement-breakpoint
DROP FUNCTION nianbao.is_credential(uuid, text, text);
--> statement-breakpoint
CREATE FUNCTION nianbao.is_credential(of_district uuid, of_user uuid, kind text, computed text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (SELECT 1 FROM public.credentials c WHERE c.district_id = of_district AND c.user_id = of_user
    AND computed = CASE kind WHEN 'password' THEN c.password_hash WHEN 'code' THEN c.code_hash END)
$$;
--> statement-breakpoint
DROP FUNCTION nianbao.set_password(uuid, text, text, text, timestamptz);
--> statement-breakpoint
CREATE FUNCTION nianbao.set_password(of_district uuid, of_user uuid, kind text, proof text, fresh text, moment timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE epoch integer;
BEGIN
  UPDATE public.credentials c SET password_hash = fresh, code_hash = CASE kind WHEN 'code' THEN NULL ELSE c.code_hash END
  FROM public.users u
  WHERE c.district_id = of_district AND c.user_id = of_user AND u.district_id = c.district_id AND u.id = c.user_id AND u.deactivated_at IS NULL
    AND ((kind = 'password' AND c.password_hash = proof) OR (kind = 'code' AND c.code_hash = proof AND u.code_expires_at > moment));
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE public.users SET has_password = true, session_epoch = session_epoch + 1,
    code_expires_at = CASE kind WHEN 'code' THEN NULL ELSE code_expires_at END
  WHERE district_id = of_district AND id = of_user RETURNING session_epoch INTO epoch;
  RETURN epoch;
END $$;
--> statement-breakpoint
DROP FUNCTION nianbao.load_actor(uuid, integer, timestamptz);
--> statement-breakpoint
CREATE FUNCTION nianbao.load_actor(of_district uuid, wanted uuid, epoch integer, moment timestamptz) RETURNS jsonb
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
      SELECT CASE WHEN EXISTS (SELECT 1 FROM second_factors f WHERE f.district_id = u.district_id AND f.user_id = u.id AND f.confirmed_at IS NOT NULL)
        THEN '{}'::text[]
        ELSE coalesce((SELECT r.second_factor_roles FROM sign_in_rules r WHERE r.district_id = u.district_id), '{}'::text[]) END AS roles) back
  WHERE u.district_id = of_district AND u.id = wanted AND u.session_epoch = epoch AND u.deactivated_at IS NULL
$$;
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
  RETURN nianbao.load_actor(of_district, found.user_id, found.epoch, moment);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.load_calendar(wanted uuid, moment timestamptz, OUT actor jsonb, OUT language text) RETURNS SETOF record
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT nianbao.load_actor(u.district_id, u.id, u.session_epoch, moment), u.notice_language
  FROM public.calendar_feeds f JOIN public.users u ON u.district_id = f.district_id AND u.id = f.user_id
  WHERE f.id = wanted
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.sign_in_lookup(text), nianbao.is_credential(uuid, uuid, text, text),
  nianbao.set_password(uuid, uuid, text, text, text, timestamptz), nianbao.load_actor(uuid, uuid, integer, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.sign_in_lookup(text), nianbao.is_credential(uuid, uuid, text, text),
  nianbao.set_password(uuid, uuid, text, text, text, timestamptz), nianbao.load_actor(uuid, uuid, integer, timestamptz) TO nianbao_app;
--> statement-breakpoint
-- As before, and: an event's id, which pages and seals follow, is one more than the district's last, under the same lock
-- as its number. One sequence for all districts would be one place for all machines to ask.
CREATE OR REPLACE FUNCTION nianbao.number_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head public.history_heads;
  last record;
BEGIN
  IF NEW.actor_id IS NOT NULL THEN
    SELECT name INTO NEW.actor_name FROM public.users WHERE district_id = NEW.district_id AND id = NEW.actor_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the author of an event is a person of its district' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  IF NEW.submission_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM public.submissions WHERE district_id = NEW.district_id AND id = NEW.submission_id
      AND organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'an event about a submission is filed under its unit' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO head FROM public.history_heads WHERE district_id = NEW.district_id FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO public.history_heads (district_id, event_count, hash, seal_count) VALUES (NEW.district_id, 0, '', 0)
      ON CONFLICT (district_id) DO NOTHING;
    SELECT * INTO head FROM public.history_heads WHERE district_id = NEW.district_id FOR UPDATE;
  END IF;
  -- Events of the same statement are behind the head already; of those that the head counts it is the head that tells.
  SELECT e.id, e.number, e.hash INTO last FROM public.events e
    WHERE e.district_id = NEW.district_id AND e.number > head.event_count ORDER BY e.number DESC LIMIT 1;
  IF NOT FOUND THEN
    SELECT max(e.id) AS id, head.event_count AS number, head.hash AS hash INTO last FROM public.events e
      WHERE e.district_id = NEW.district_id;
  END IF;
  NEW.id := coalesce(last.id, 0) + 1;
  NEW.number := last.number + 1;
  NEW.hash := encode(sha256(convert_to(last.hash || E'\n' || jsonb_build_array(NEW.district_id, NEW.number,
    (extract(epoch FROM NEW.at) * 1000000)::bigint, NEW.actor_id, NEW.actor_name, NEW.organisation_id,
    NEW.cycle_id, NEW.submission_id, NEW.report_id, NEW.type, NEW.data)::text, 'UTF8')), 'hex');
  RETURN NEW;
END $$;
--> statement-breakpoint
-- What a published report needs of the office's tables is asked by functions: a cluster that spreads tables over machines
-- refuses a policy that reads another table.
CREATE FUNCTION nianbao.prints_published_report(of_district uuid, letterhead uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (SELECT 1 FROM public.reports r
    WHERE r.district_id = of_district AND r.letterhead_id = letterhead AND r.state IN ('published', 'superseded'))
$$;
--> statement-breakpoint
CREATE FUNCTION nianbao.is_published(of_district uuid, report uuid, hash text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (SELECT 1 FROM public.reports r
    WHERE r.district_id = of_district AND r.id = report AND r.document_hash = hash AND r.state IN ('published', 'superseded'))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.prints_published_report(uuid, uuid), nianbao.is_published(uuid, uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.prints_published_report(uuid, uuid), nianbao.is_published(uuid, uuid, text) TO nianbao_app;
--> statement-breakpoint
ALTER POLICY read_published ON public.letterheads USING (nianbao.prints_published_report(district_id, id));
--> statement-breakpoint
ALTER POLICY read_published ON public.kept_files
  USING (state = 'done' AND NOT is_draft AND nianbao.is_published(district_id, report_id, document_hash));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.is_set_up() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT EXISTS (SELECT 1 FROM organisations) $$;
--> statement-breakpoint
-- As before, with the rights of whoever asks: one sees one's own roles, and whoever sees all units sees whether the
-- district has any. A cluster asks for one district by its value on the one machine that has it.
CREATE OR REPLACE FUNCTION nianbao.acts_as(VARIADIC roles text[]) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = public, pg_temp
AS $$
DECLARE
  here constant uuid := nianbao.district();
  who constant uuid := nianbao.actor();
BEGIN
  PERFORM 1 FROM public.memberships m JOIN public.users u ON u.district_id = m.district_id AND u.id = m.user_id
    WHERE m.district_id = here AND m.user_id = who AND m.role = ANY (roles)
      AND (m.until_at IS NULL OR (m.ended_by_name IS NULL AND m.until_at > now())) AND u.deactivated_at IS NULL
    LIMIT 1;
  IF FOUND THEN
    RETURN true;
  END IF;
  IF NOT nianbao.sees_all_units() THEN
    RETURN false;
  END IF;
  PERFORM 1 FROM public.memberships m WHERE m.district_id = here LIMIT 1;
  RETURN NOT FOUND;
END $$;
--> statement-breakpoint
DROP FUNCTION nianbao.last_seen();
--> statement-breakpoint
CREATE FUNCTION nianbao.last_seen(of_district uuid) RETURNS TABLE (user_id uuid, seen_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF of_district IS DISTINCT FROM nianbao.district() OR NOT nianbao.acts_as('admin') THEN
    RAISE EXCEPTION 'who was there is seen by an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT s.user_id, max(s.seen_at) FROM public.sessions s WHERE s.district_id = of_district GROUP BY s.user_id;
END $$;
--> statement-breakpoint
DROP FUNCTION nianbao.give_code(uuid, text, timestamptz);
--> statement-breakpoint
-- An administrator gives people of the district one-time codes; their passwords and all sessions end.
CREATE FUNCTION nianbao.give_codes(of_district uuid, codes jsonb, expires timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  code record;
  held bigint;
BEGIN
  IF of_district IS DISTINCT FROM nianbao.district() OR NOT nianbao.acts_as('admin') THEN
    RAISE EXCEPTION 'a code is given by an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR code IN SELECT * FROM jsonb_to_recordset(codes) AS given("userId" uuid, "codeHash" text) LOOP
    SELECT count(*) INTO held FROM public.credentials c WHERE c.district_id = of_district AND c.user_id = code."userId";
    UPDATE public.users SET has_password = false, code_expires_at = expires, session_epoch = session_epoch + held::integer
      WHERE district_id = of_district AND id = code."userId";
    IF NOT FOUND THEN
      RAISE EXCEPTION 'nobody of this district' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO public.credentials (district_id, user_id, password_hash, code_hash)
      VALUES (of_district, code."userId", NULL, code."codeHash")
      ON CONFLICT (district_id, user_id) DO UPDATE SET password_hash = NULL, code_hash = excluded.code_hash;
  END LOOP;
END $$;
--> statement-breakpoint
DROP FUNCTION nianbao.give_first_password(uuid, text);
--> statement-breakpoint
CREATE FUNCTION nianbao.give_first_password(of_district uuid, of_user uuid, computed text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF of_district IS DISTINCT FROM nianbao.district() OR NOT nianbao.acts_as('admin') THEN
    RAISE EXCEPTION 'a password is given by an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.credentials (district_id, user_id, password_hash) VALUES (of_district, of_user, computed);
  UPDATE public.users SET has_password = true WHERE district_id = of_district AND id = of_user;
END $$;
--> statement-breakpoint
DROP FUNCTION nianbao.forget_code(uuid);
--> statement-breakpoint
CREATE FUNCTION nianbao.forget_code(of_district uuid, of_user uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF of_district IS DISTINCT FROM nianbao.district() OR NOT nianbao.acts_as('admin') THEN
    RAISE EXCEPTION 'a code is taken back by an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE public.users SET code_expires_at = NULL WHERE district_id = of_district AND id = of_user;
  UPDATE public.credentials SET code_hash = NULL WHERE district_id = of_district AND user_id = of_user;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.last_seen(uuid), nianbao.give_codes(uuid, jsonb, timestamptz),
  nianbao.give_first_password(uuid, uuid, text), nianbao.forget_code(uuid, uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.last_seen(uuid), nianbao.give_codes(uuid, jsonb, timestamptz),
  nianbao.give_first_password(uuid, uuid, text), nianbao.forget_code(uuid, uuid) TO nianbao_app;
--> statement-breakpoint
-- The triggers are as before. Each statement of theirs names one district by its value, and a sub-select lists a column:
-- where the tables are spread, they run on the machine that has the row, and ask it alone.
CREATE OR REPLACE FUNCTION nianbao.guard_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE approved_number integer;
BEGIN
  IF NOT row_security_active('public.submissions') THEN
    RETURN NEW;
  END IF;
  IF NOT nianbao.acts_as('reviewer', 'director') THEN
    RAISE EXCEPTION 'a section is approved by the office' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.approved_version_id IS NOT DISTINCT FROM OLD.approved_version_id THEN
    RETURN NEW;
  END IF;
  SELECT v.number INTO approved_number FROM public.versions v
    WHERE v.district_id = NEW.district_id AND v.id = NEW.approved_version_id AND v.submission_id = NEW.id;
  IF approved_number = NEW.latest_version AND NEW.approved_by IS NOT DISTINCT FROM nianbao.actor()
     AND nianbao.actor() NOT IN (coalesce(OLD.submitted_by, NEW.id), coalesce(OLD.signed_by, NEW.id)) THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM public.events e WHERE e.district_id = NEW.district_id AND e.submission_id = NEW.id
       AND e.type = 'submission_approved' AND (e.data ->> 'version')::integer = approved_number
       AND e.actor_id = NEW.approved_by AND e.at = NEW.approved_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the newest version is approved by a second person' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.guard_unit_report() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  named constant text := lower(regexp_replace(normalize(concat(NEW.report ->> 'organisation', ' ', NEW.report ->> 'title'), NFKC),
    '[[:space:][:cntrl:]\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB]', '', 'g'));
BEGIN
  IF NOT row_security_active('public.unit_reports') THEN
    RETURN NEW;
  END IF;
  IF NEW.confirmed_by IS NULL THEN
    IF NEW.imported_by IS DISTINCT FROM nianbao.actor() OR NOT EXISTS (
         SELECT 1 FROM public.organisations o WHERE o.district_id = NEW.district_id AND o.id = NEW.organisation_id
           AND position(split_part(o.folded_name, ' ', 1) IN named) > 0) THEN
      RAISE EXCEPTION 'another body''s report needs a second person' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.confirmed_by IS DISTINCT FROM nianbao.actor() OR NOT nianbao.acts_as('admin', 'reviewer') OR NOT EXISTS (
       SELECT 1 FROM public.proposed_unit_reports p WHERE p.district_id = NEW.district_id
         AND p.organisation_id = NEW.organisation_id AND p.year = NEW.year AND p.report = NEW.report
         AND p.hash = NEW.hash AND p.body = NEW.other_body AND p.proposed_by = NEW.imported_by) THEN
    RAISE EXCEPTION 'another body''s report needs a second person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.list_unsealed(before timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT h.district_id FROM public.history_heads h WHERE EXISTS (
    SELECT 1 FROM public.events e WHERE e.district_id = h.district_id AND e.at < before AND e.id > coalesce(
      (SELECT max(s.up_to_event_id) FROM public.seals s WHERE s.district_id = h.district_id), 0))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.move_head() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE last record;
BEGIN
  FOR last IN SELECT DISTINCT ON (a.district_id) a.district_id, a.number, a.hash FROM added a ORDER BY a.district_id, a.number DESC LOOP
    UPDATE public.history_heads h SET event_count = last.number, hash = last.hash WHERE h.district_id = last.district_id;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.guard_version_figures() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE part record;
BEGIN
  IF NOT row_security_active('public.version_figures') THEN
    RETURN NULL;
  END IF;
  FOR part IN SELECT DISTINCT a.district_id, a.version_id, a.organisation_id FROM added a LOOP
    PERFORM 1 FROM public.versions v JOIN public.submissions s ON s.district_id = v.district_id AND s.id = v.submission_id
      WHERE v.district_id = part.district_id AND v.id = part.version_id
        AND (v.number <= s.latest_version OR v.organisation_id <> part.organisation_id);
    IF FOUND THEN
      RAISE EXCEPTION 'a submitted version is complete' USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- As before, and no part of it fails whatever the setting says: a cluster works out each part of an expression by itself.
CREATE OR REPLACE FUNCTION nianbao.units() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT string_to_array(nullif(nullif(current_setting('nianbao.units', true), 'all'), ''), ',')::uuid[] $$;
