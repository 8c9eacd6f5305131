-- A signature says whether the unit's head reserved something: written with the move that signs or hands in.
GRANT UPDATE (has_reservation) ON public.submissions TO nianbao_app;
