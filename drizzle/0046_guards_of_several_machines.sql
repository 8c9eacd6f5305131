-- As before, in the language whose statements are planned with values: a cluster cannot tell by a parameter of an SQL
-- function which machine to ask.
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
          AND m.from_at <= moment AND (m.until_at IS NULL OR m.until_at > moment) AND NOT (m.role = ANY (demanded))), '[]'::jsonb),
      'heldBack', coalesce((
        SELECT jsonb_agg(DISTINCT m.role)
        FROM memberships m WHERE m.district_id = of_district AND m.user_id = wanted
          AND m.from_at <= moment AND (m.until_at IS NULL OR m.until_at > moment) AND m.role = ANY (demanded)), '[]'::jsonb))
    FROM users u JOIN organisations o ON o.district_id = u.district_id AND o.id = u.district_id
    WHERE u.district_id = of_district AND u.id = wanted AND u.session_epoch = epoch AND u.deactivated_at IS NULL);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.is_credential(of_district uuid, of_user uuid, kind text, computed text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM 1 FROM public.credentials c WHERE c.district_id = of_district AND c.user_id = of_user
    AND computed = CASE kind WHEN 'password' THEN c.password_hash WHEN 'code' THEN c.code_hash END;
  RETURN FOUND;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.load_calendar(wanted uuid, moment timestamptz, OUT actor jsonb, OUT language text) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE person record;
BEGIN
  FOR person IN
    SELECT u.district_id, u.id, u.session_epoch, u.notice_language
    FROM public.calendar_feeds f JOIN public.users u ON u.district_id = f.district_id AND u.id = f.user_id
    WHERE f.id = wanted
  LOOP
    actor := nianbao.load_actor(person.district_id, person.id, person.session_epoch, moment);
    language := person.notice_language;
    RETURN NEXT;
  END LOOP;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.prints_published_report(of_district uuid, letterhead uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM 1 FROM public.reports r
    WHERE r.district_id = of_district AND r.letterhead_id = letterhead AND r.state IN ('published', 'superseded') LIMIT 1;
  RETURN FOUND;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.is_published(of_district uuid, report uuid, hash text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM 1 FROM public.reports r
    WHERE r.district_id = of_district AND r.id = report AND r.document_hash = hash AND r.state IN ('published', 'superseded') LIMIT 1;
  RETURN FOUND;
END $$;
--> statement-breakpoint
DROP FUNCTION nianbao.list_unsealed(timestamptz);
--> statement-breakpoint
CREATE FUNCTION nianbao.list_unsealed(before timestamptz) RETURNS TABLE (id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  RETURN QUERY SELECT e.district_id FROM public.events e
    LEFT JOIN (SELECT s.district_id, max(s.up_to_event_id) AS up_to FROM public.seals s GROUP BY s.district_id) sealed
      ON sealed.district_id = e.district_id
    WHERE e.at < before AND e.id > coalesce(sealed.up_to, 0)
    GROUP BY e.district_id;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.list_unsealed(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.list_unsealed(timestamptz) TO nianbao_app;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.sign_in_notice() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  year public.cycles;
  districts integer;
BEGIN
  SELECT count(DISTINCT c.district_id) INTO districts FROM cycles c WHERE c.state = 'open';
  IF districts <> 1 THEN
    RETURN NULL;
  END IF;
  SELECT c.* INTO year FROM cycles c WHERE c.state = 'open' ORDER BY c.year DESC LIMIT 1;
  RETURN (
    WITH asked AS (
      SELECT m.section_id, count(*) AS units, bool_and(m.organisation_id = o.id) AS is_office_only
      FROM submissions m JOIN organisations o ON o.district_id = m.district_id AND o.kind = 'office'
      WHERE m.district_id = year.district_id AND m.cycle_id = year.id GROUP BY m.section_id
    ), sections AS (
      SELECT jsonb_agg(jsonb_build_object('number', s->>'number', 'title', s->>'title', 'units', coalesce(asked.units, 0),
        'isOfficeOnly', coalesce(asked.is_office_only, true)) ORDER BY position) AS listed
      FROM jsonb_array_elements(year.format->'sections') WITH ORDINALITY AS listed(s, position)
        LEFT JOIN asked ON asked.section_id = s->>'id'
    )
    SELECT jsonb_build_object(
      'district', d.name, 'year', year.year,
      'tablesDueAt', year.tables_due_at, 'narrativeDueAt', year.narrative_due_at, 'statutoryDueAt', year.statutory_due_at,
      'office', o.name, 'phone', o.phone, 'sections', sections.listed)
    FROM organisations d JOIN organisations o ON o.district_id = d.district_id AND o.kind = 'office' CROSS JOIN sections
    WHERE d.district_id = year.district_id AND d.id = year.district_id);
END $$;
