import { routes } from "@/lib/web/routes";

/** Where the administrator's tabs lead. */
export const ADMIN_PLACES = {
  home: routes.admin(),
  units: routes.units(),
  governments: routes.governments(),
  people: routes.people(),
  cycles: routes.cycles(),
  pastReports: routes.pastReports(),
  unitReports: routes.published(),
  letterhead: routes.letterhead(),
  rules: routes.rules(),
  reminders: routes.reminders(),
  connections: routes.connections(),
  operation: routes.operation(),
} as const;
