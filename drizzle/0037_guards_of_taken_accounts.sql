-- Which of these accounts, folded, somebody has in any district: an administrator who brings in a list hears of each at
-- once, as adding one person says it of one.
CREATE FUNCTION nianbao.taken_accounts(wanted jsonb) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT nianbao.acts_as('admin') THEN
    RAISE EXCEPTION 'accounts are looked up by an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT u.folded_account FROM public.users u
    WHERE u.folded_account IN (SELECT jsonb_array_elements_text(wanted));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.taken_accounts(jsonb) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.taken_accounts(jsonb) TO nianbao_app;
