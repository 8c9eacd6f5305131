-- An indicator that several units give is read by each of them; the one that answers for it is in its scope already.
CREATE POLICY read_as_giver ON public.indicators FOR SELECT TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND also_from && (SELECT nianbao.units())::uuid[]);
