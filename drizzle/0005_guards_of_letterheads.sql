-- Templates and kept files are the office's; what a published report needs of them is the public's.
DO $$
DECLARE
  one text;
  in_office constant text := 'district_id = (SELECT nianbao.district()) AND (SELECT nianbao.sees_all_units())';
BEGIN
  FOREACH one IN ARRAY ARRAY['letterheads','kept_files'] LOOP
    EXECUTE format('CREATE POLICY in_office ON %I TO nianbao_app USING (%s) WITH CHECK (%s)', one, in_office, in_office);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO nianbao_app', one);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY read_published ON letterheads FOR SELECT TO nianbao_app USING (EXISTS (
  SELECT FROM reports r WHERE r.district_id = letterheads.district_id AND r.letterhead_id = letterheads.id AND r.state IN ('published', 'superseded')));
--> statement-breakpoint
CREATE POLICY read_published ON kept_files FOR SELECT TO nianbao_app USING (state = 'done' AND NOT is_draft AND EXISTS (
  SELECT FROM reports r WHERE r.district_id = kept_files.district_id AND r.id = kept_files.report_id
    AND r.document_hash = kept_files.document_hash AND r.state IN ('published', 'superseded')));
--> statement-breakpoint
-- A template that was in use stays as it was: only when it ceased to be in use is ever written.
GRANT UPDATE (retired_at) ON letterheads TO nianbao_app;
--> statement-breakpoint
GRANT UPDATE, DELETE ON kept_files TO nianbao_app;
--> statement-breakpoint
-- How a published report is printed is as fixed as what it says.
CREATE FUNCTION nianbao.guard_report_print() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('published', 'superseded') AND (NEW.letterhead_id IS DISTINCT FROM OLD.letterhead_id
       OR NEW.has_charts <> OLD.has_charts OR NEW.has_unit_annexes <> OLD.has_unit_annexes) THEN
    RAISE EXCEPTION 'a published report is printed as it was' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard_report_print BEFORE UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION nianbao.guard_report_print();
--> statement-breakpoint
-- The files that wait to be written, of every district: which they are, and nothing of what is in them.
CREATE POLICY owner_reads ON kept_files FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE FUNCTION nianbao.list_waiting_files() RETURNS TABLE (district_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT district_id, id FROM kept_files WHERE state IN ('waiting', 'working') ORDER BY asked_at LIMIT 50 $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.list_waiting_files(), nianbao.guard_report_print() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.list_waiting_files(), nianbao.guard_report_print() TO nianbao_app;
