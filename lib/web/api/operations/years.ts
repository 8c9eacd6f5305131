import { z } from "zod";
import { ROLES } from "@/lib/domain/access";
import { TOKEN_SCOPES } from "@/lib/domain/access-token";
import { nameCell } from "@/lib/domain/check/subject-cells";
import { listSectionCells } from "@/lib/domain/format-cells";
import { REPORT_STATES } from "@/lib/domain/report";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { localizeFormat } from "@/lib/formats/localize-format";
import { loadOwnSections, loadYear, loadYears } from "@/lib/services/load-years";
import { operation } from "@/lib/web/api/operation";
import { moment, uuid } from "@/lib/web/api/parts";
import { SubmissionsSchema } from "@/lib/web/api/schemas/section";

const HolderSchema = z.object({
  account: z.string(),
  name: z.string(),
  districtId: uuid,
  districtName: z.string(),
  roles: z.array(z.object({ organisationId: uuid, role: z.enum(ROLES) })),
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  permissions: z.array(z.string()),
});

const YearSchema = z.object({
  id: uuid,
  year: z.int(),
  state: z.enum(["open", "closed"]),
  tablesDueAt: moment,
  narrativeDueAt: moment,
  statutoryDueAt: moment,
  report: z.object({ id: uuid, version: z.int(), state: z.enum(REPORT_STATES) }).nullable(),
});

/** The form of a year: its sections with their cells, and the headings that are written under. */
const FormSchema = z.object({
  cycleId: uuid,
  year: z.int(),
  format: z.string(),
  sections: z.array(
    z.object({
      id: z.enum(SECTION_IDS),
      number: z.string(),
      title: z.string(),
      kind: z.enum(["narrative", "tables"]),
      cells: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          type: z.enum(["count", "signed_count", "amount"]),
          isComputed: z.boolean(),
        }),
      ),
      headings: z.array(z.object({ key: z.string(), number: z.string(), title: z.string(), owners: z.array(uuid) })),
    }),
  ),
});

const cycle = z.object({ cycleId: uuid });

/** Who calls, and the years of the district. */
export const YEAR_OPERATIONS = [
  operation(
    { id: "getToken", method: "GET", path: "/token", tag: "token", scope: "read", output: HolderSchema },
    async ({ actor, scopes }) => ({ ...actor, roles: actor.memberships, scopes }),
  ),
  operation(
    {
      id: "listYears",
      method: "GET",
      path: "/cycles",
      tag: "year",
      scope: "read",
      output: z.object({ items: z.array(YearSchema) }),
    },
    async ({ db, actor, now }) => ({ items: await loadYears(db, actor, {}, now) }),
  ),
  operation(
    {
      id: "getForm",
      method: "GET",
      path: "/cycles/{cycleId}/form",
      tag: "year",
      scope: "read",
      params: cycle,
      output: FormSchema,
    },
    async ({ db, actor, params, locale, now }) => {
      const found = await loadYear(db, actor, params, now);
      if (!found) return null;
      const format = localizeFormat(found.cycle.format, locale);
      const sections = format.sections.map((section) => ({
        ...section,
        cells: listSectionCells(format, section.id).map(({ key, type, sumOf }) => ({
          key,
          label: nameCell(format, key),
          type,
          isComputed: sumOf !== undefined,
        })),
        headings: found.outline.filter(({ sectionId }) => sectionId === section.id),
      }));
      return { ...params, year: found.cycle.year, format: format.id, sections };
    },
  ),
  operation(
    {
      id: "listOwnSections",
      method: "GET",
      path: "/cycles/{cycleId}/submissions",
      tag: "section",
      scope: "read",
      params: cycle,
      output: SubmissionsSchema,
    },
    async ({ db, actor, params, now }) => {
      const items = await loadOwnSections(db, actor, params, now);
      return items && { items };
    },
  ),
];
