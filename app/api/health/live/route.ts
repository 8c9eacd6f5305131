/** For whoever starts the process again: 200 as long as it answers at all, whatever the database does. */
export function GET(): Response {
  return Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
}
