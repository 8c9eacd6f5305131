-- An account's name is taken and given back by an administrator alone, through functions: a policy of a table that every
-- machine of a cluster has may not ask who is one.
DROP POLICY take_in_office ON public.accounts;
--> statement-breakpoint
DROP POLICY give_back_in_office ON public.accounts;
--> statement-breakpoint
REVOKE INSERT, DELETE ON public.accounts FROM nianbao_app;
--> statement-breakpoint
CREATE FUNCTION nianbao.take_accounts(wanted jsonb) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  one record;
BEGIN
  IF NOT nianbao.acts_as('admin') THEN
    RAISE EXCEPTION 'an account is added by an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR one IN SELECT * FROM jsonb_to_recordset(wanted) AS sent("districtId" uuid, "userId" uuid, account text, "foldedAccount" text) LOOP
    IF one."districtId" IS DISTINCT FROM nianbao.district() THEN
      RAISE EXCEPTION 'an account is added in one''s own district' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO public.accounts (folded_account, account, district_id, user_id)
      VALUES (one."foldedAccount", one.account, one."districtId", one."userId") ON CONFLICT DO NOTHING;
    IF FOUND THEN
      RETURN NEXT one."userId";
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION nianbao.give_back_account(district_of_account uuid, folded text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF district_of_account IS DISTINCT FROM nianbao.district() OR NOT nianbao.acts_as('admin') THEN
    RAISE EXCEPTION 'an account is given back by an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM public.accounts a WHERE a.district_id = district_of_account AND a.folded_account = folded;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.take_accounts(jsonb), nianbao.give_back_account(uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.take_accounts(jsonb), nianbao.give_back_account(uuid, text) TO nianbao_app;
--> statement-breakpoint
-- As before, and: an account's name signs in the person who bears it, and nobody else.
CREATE OR REPLACE FUNCTION nianbao.sign_in_lookup(wanted text)
RETURNS TABLE (district_id uuid, user_id uuid, name text, password_salt text, code_salt text, code_expires_at timestamptz, session_epoch integer, is_active boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found public.accounts;
BEGIN
  SELECT a.* INTO found FROM public.accounts a WHERE a.account = wanted;
  RETURN QUERY
    SELECT u.district_id, u.id, u.name, nianbao.salt_of(c.password_hash), nianbao.salt_of(c.code_hash), u.code_expires_at,
      u.session_epoch, u.deactivated_at IS NULL
    FROM public.users u LEFT JOIN public.credentials c ON c.district_id = u.district_id AND c.user_id = u.id
    WHERE u.district_id = found.district_id AND u.id = found.user_id AND u.account = wanted;
END $$;
--> statement-breakpoint
-- As before, asked district by district: the events after a district's last seal are found by their key.
CREATE OR REPLACE FUNCTION nianbao.list_unsealed(before timestamptz) RETURNS TABLE (id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  RETURN QUERY SELECT h.district_id FROM public.history_heads h
    LEFT JOIN (SELECT s.district_id, max(s.up_to_event_id) AS up_to FROM public.seals s GROUP BY s.district_id) sealed
      ON sealed.district_id = h.district_id
    JOIN public.events e ON e.district_id = h.district_id AND e.id > coalesce(sealed.up_to, 0) AND e.at < before
    GROUP BY h.district_id;
END $$;
