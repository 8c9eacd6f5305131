import { type Placeholder, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { Session } from "@/db/session";
import type { Scope } from "@/lib/domain/access";

/** A scope in a query that is built once: places that each call fills with its own. */
export type ScopePlaces = { districtId: Placeholder; units: "all" | readonly Placeholder[] };

type Values = Readonly<Record<string, unknown>>;
type Statement<Result> = { execute: (values: Record<string, unknown>) => Promise<Result> };
type Query<Result> = { prepare: (name: string) => Statement<Result> };

/**
 * A query that is built once for each connection and number of units, and then only sent with other values: building
 * its text takes the app as long as everything else that it does for it. What changes from call to call is an
 * `sql.placeholder`, the scope's by itself.
 */
export function preparedQuery<Result>(
  build: (db: Db, scope: ScopePlaces) => Query<Result>,
): (db: Db, scope: Scope, values: Values) => Promise<Result> {
  const built = new WeakMap<object, Map<string, Statement<Result>>>();

  const statementFor = (db: Db, { units }: Scope): Statement<Result> => {
    const shape = units === "all" ? units : String(units.length);
    // Without a name of its own: the pool names statements, where they may have names.
    const make = () => build(db, placesFor(units)).prepare("");
    const { session } = db._;
    if (!(session instanceof Session)) return make();
    const statements = built.get(session.owner) ?? new Map<string, Statement<Result>>();
    built.set(session.owner, statements);
    const statement = statements.get(shape) ?? make();
    statements.set(shape, statement);
    return statement;
  };
  return (db, scope, values) => statementFor(db, scope).execute({ ...values, ...valuesOf(scope) });
}

function placesFor(units: Scope["units"]): ScopePlaces {
  return {
    districtId: sql.placeholder("scopeDistrictId"),
    units: units === "all" ? units : units.map((_, index) => sql.placeholder(`scopeUnit${index}`)),
  };
}

function valuesOf({ districtId, units }: Scope): Values {
  const listed = units === "all" ? [] : units;
  return {
    scopeDistrictId: districtId,
    ...Object.fromEntries(listed.map((unit, index) => [`scopeUnit${index}`, unit])),
  };
}
