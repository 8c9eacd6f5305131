-- A unit's ledger and how it is read are the unit's; the office sees them where it sees the unit's table.
DO $$
DECLARE
  in_unit constant text := 'district_id = (SELECT nianbao.district()) AND ((SELECT nianbao.sees_all_units()) OR organisation_id = ANY ((SELECT nianbao.units())::uuid[]))';
BEGIN
  EXECUTE format('CREATE POLICY in_scope ON public.request_ledgers TO nianbao_app USING (%s) WITH CHECK (%s)', in_unit, in_unit);
  EXECUTE format('CREATE POLICY in_scope ON public.ledger_choices TO nianbao_app USING (%s) WITH CHECK (%s)', in_unit, in_unit);
END $$;
--> statement-breakpoint
ALTER TABLE public.request_ledgers ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE public.ledger_choices ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON public.request_ledgers TO nianbao_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON public.ledger_choices TO nianbao_app;
