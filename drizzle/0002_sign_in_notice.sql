-- What the sign-in page says of the year under way, before anybody is known: names, dates and counts, no figures. Only
-- where one district alone has a year open; an installation for several says nothing.
DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['cycles','submissions'] LOOP
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', one);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION nianbao.sign_in_notice() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH open AS (SELECT * FROM cycles WHERE state = 'open'),
  newest AS (
    SELECT * FROM open WHERE (SELECT count(DISTINCT district_id) FROM open) = 1 ORDER BY year DESC LIMIT 1
  )
  SELECT jsonb_build_object(
    'district', d.name, 'year', c.year,
    'tablesDueAt', c.tables_due_at, 'narrativeDueAt', c.narrative_due_at, 'statutoryDueAt', c.statutory_due_at,
    'office', o.name, 'phone', o.phone,
    'sections', (
      SELECT jsonb_agg(jsonb_build_object(
        'number', s->>'number', 'title', s->>'title',
        'units', (SELECT count(*) FROM submissions m WHERE m.district_id = c.district_id AND m.cycle_id = c.id AND m.section_id = s->>'id'),
        'isOfficeOnly', NOT EXISTS (SELECT FROM submissions m WHERE m.district_id = c.district_id AND m.cycle_id = c.id AND m.section_id = s->>'id' AND m.organisation_id <> o.id))
        ORDER BY position)
      FROM jsonb_array_elements(c.format->'sections') WITH ORDINALITY AS listed(s, position)))
  FROM newest c
  JOIN organisations d ON d.district_id = c.district_id AND d.id = c.district_id
  JOIN organisations o ON o.district_id = c.district_id AND o.kind = 'office'
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.sign_in_notice() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.sign_in_notice() TO nianbao_app;
