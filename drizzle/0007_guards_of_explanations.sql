-- What the office says to the findings of its report is the office's; a unit's own published report is the unit's.
DO $$
DECLARE
  in_district constant text := 'district_id = (SELECT nianbao.district())';
  in_unit constant text := in_district || ' AND ((SELECT nianbao.sees_all_units()) OR organisation_id = ANY ((SELECT nianbao.units())::uuid[]))';
  in_office constant text := in_district || ' AND (SELECT nianbao.sees_all_units())';
BEGIN
  EXECUTE format('CREATE POLICY in_office ON report_explanations TO nianbao_app USING (%s) WITH CHECK (%s)', in_office, in_office);
  EXECUTE format('CREATE POLICY in_scope ON unit_reports TO nianbao_app USING (%s) WITH CHECK (%s)', in_unit, in_unit);
END $$;
--> statement-breakpoint
ALTER TABLE report_explanations ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE report_explanations FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE unit_reports ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE unit_reports FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON report_explanations, unit_reports TO nianbao_app;
