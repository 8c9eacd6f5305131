-- Who ends a role is written with its end, and nothing else of a membership changes.
GRANT UPDATE (ended_by_name) ON public.memberships TO nianbao_app;
