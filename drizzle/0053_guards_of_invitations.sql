-- An administrator invites; a person sees their own invitation; what the app does by itself sends it. That it was used is
-- written by the function that sets the password, and any other code that is given ends it.
DO $$
DECLARE
  in_district constant text := 'district_id = (SELECT nianbao.district())';
  by_itself constant text := in_district || ' AND (SELECT nianbao.actor()) IS NULL AND (SELECT nianbao.sees_all_units())';
BEGIN
  EXECUTE format('CREATE POLICY own ON public.invitations FOR SELECT TO nianbao_app USING (%s AND user_id = (SELECT nianbao.actor()))', in_district);
  EXECUTE format('CREATE POLICY seen_by_admin ON public.invitations FOR SELECT TO nianbao_app USING (%s AND (SELECT nianbao.acts_as(''admin'')))', in_district);
  EXECUTE format('CREATE POLICY made_by_admin ON public.invitations FOR INSERT TO nianbao_app WITH CHECK (%s AND (SELECT nianbao.acts_as(''admin'')))', in_district);
  EXECUTE format('CREATE POLICY seen_by_itself ON public.invitations FOR SELECT TO nianbao_app USING (%s)', by_itself);
  EXECUTE format('CREATE POLICY sent_by_itself ON public.invitations FOR UPDATE TO nianbao_app USING (%s) WITH CHECK (%s)', by_itself, by_itself);
  EXECUTE format('CREATE POLICY invite ON public.deliveries FOR INSERT TO nianbao_app WITH CHECK (%s AND kind = ''invitation'' AND (SELECT nianbao.acts_as(''admin'')))', in_district);
  EXECUTE format('CREATE POLICY tell_old_address ON public.deliveries FOR INSERT TO nianbao_app WITH CHECK (%s AND kind = ''address_changed'' AND (user_id = (SELECT nianbao.actor()) OR (SELECT nianbao.acts_as(''admin''))))', in_district);
END $$;
--> statement-breakpoint
ALTER TABLE public.invitations ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (sent_at) ON public.invitations TO nianbao_app;
--> statement-breakpoint
GRANT UPDATE (address) ON public.deliveries TO nianbao_app;
--> statement-breakpoint
-- As before, and: a code that is given or taken back ends an invitation, whose code it replaces.
CREATE OR REPLACE FUNCTION nianbao.give_codes(of_district uuid, codes jsonb, expires timestamptz) RETURNS void
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
    DELETE FROM public.invitations i WHERE i.district_id = of_district AND i.user_id = code."userId";
  END LOOP;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.forget_code(of_district uuid, of_user uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF of_district IS DISTINCT FROM nianbao.district() OR NOT nianbao.acts_as('admin') THEN
    RAISE EXCEPTION 'a code is taken back by an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE public.users SET code_expires_at = NULL WHERE district_id = of_district AND id = of_user;
  UPDATE public.credentials SET code_hash = NULL WHERE district_id = of_district AND user_id = of_user;
  DELETE FROM public.invitations i WHERE i.district_id = of_district AND i.user_id = of_user;
END $$;
--> statement-breakpoint
-- As before, and: the code of an invitation was used.
CREATE OR REPLACE FUNCTION nianbao.set_password(of_district uuid, of_user uuid, kind text, proof text, fresh text, moment timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE epoch integer;
BEGIN
  UPDATE public.credentials c SET password_hash = fresh, code_hash = CASE WHEN kind = 'code' THEN NULL ELSE c.code_hash END
  FROM public.users u
  WHERE c.district_id = of_district AND c.user_id = of_user AND u.district_id = c.district_id AND u.id = c.user_id AND u.deactivated_at IS NULL
    AND ((kind = 'password' AND c.password_hash = proof) OR (kind = 'code' AND c.code_hash = proof AND u.code_expires_at > moment));
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE public.users SET has_password = true, session_epoch = session_epoch + 1,
    code_expires_at = CASE WHEN kind = 'code' THEN NULL ELSE code_expires_at END
  WHERE district_id = of_district AND id = of_user RETURNING session_epoch INTO epoch;
  IF kind = 'code' THEN
    UPDATE public.invitations i SET used_at = moment WHERE i.district_id = of_district AND i.user_id = of_user AND i.used_at IS NULL;
  END IF;
  RETURN epoch;
END $$;
