-- The owner writes it; an administrator reads it.
ALTER TABLE public.backups ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY read_as_administrator ON public.backups FOR SELECT TO nianbao_app
  USING ((SELECT nianbao.actor()) IS NOT NULL AND (SELECT nianbao.acts_as('admin')));
--> statement-breakpoint
GRANT SELECT ON public.backups TO nianbao_app;
