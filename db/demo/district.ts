import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Role } from "@/lib/domain/access";
import type { SectionId } from "@/lib/domain/format";

const UnitDataSchema = z.object({
  id: z.string(),
  name: z.string(),
  figures: z.record(z.string(), z.string()),
  narrative: z.record(z.string(), z.string()),
  indicators: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      value: z.string(),
      unit: z.string(),
      approximate: z.boolean().default(false),
    }),
  ),
});

const DistrictDataSchema = z.object({
  district: z.string(),
  year: z.number(),
  contact: z.object({ office: z.string(), address: z.string(), postcode: z.string(), phone: z.string() }),
  departments: z.array(UnitDataSchema),
});

export type DemonstrationUnit = z.infer<typeof UnitDataSchema>;

/** Where the published reports lie that the demonstration is made of. */
export const DEMONSTRATION_REPORTS = join(process.cwd(), "db/demo/reports");

/** The report of 青岛前湾保税港区 for 2019, taken apart into its eight units. */
export function readDemonstrationDistrict(): z.infer<typeof DistrictDataSchema> {
  return DistrictDataSchema.parse(
    JSON.parse(readFileSync(join(DEMONSTRATION_REPORTS, "qianwan-2019-departments.json"), "utf8")),
  );
}

/** The published report had no section 六 and counted five; the demonstration's year has all six, and says so. */
const PARTS = ["存在的主要问题及改进情况共五个部分", "存在的主要问题及改进情况、其他需要报告的事项共六个部分"] as const;

/** The paragraphs of the published text that no unit wrote: what opens the report, and what opens its section 一. */
export function readDemonstrationOpening(): { preface: string; opening: string } {
  const lines = readFileSync(join(DEMONSTRATION_REPORTS, "qianwan-2019.txt"), "utf8").split(/\r?\n/);
  const first = lines.indexOf("一、总体情况");
  return {
    preface: lines
      .slice(3, first)
      .filter((line) => line.trim() !== "")
      .join("\n")
      .replace(...PARTS),
    opening: lines[first + 1] ?? "",
  };
}

type DemonstrationHeading = {
  key: string;
  sectionId: SectionId;
  level: number;
  number: string;
  title: string;
  /** Unit ids of the data file with the name their paragraph has there. */
  texts: readonly { unit: string; from: string }[];
};

const heading = (
  sectionId: SectionId,
  level: number,
  number: string,
  title: string,
  key: string,
  ...units: readonly (string | { unit: string; from: string })[]
): DemonstrationHeading => ({
  key,
  sectionId,
  level,
  number,
  title,
  texts: units.map((unit) => (typeof unit === "string" ? { unit, from: key } : unit)),
});

/** The headings of the published report, each with the units whose paragraphs stand under it. */
export const DEMONSTRATION_OUTLINE: readonly DemonstrationHeading[] = [
  heading("overview", 0, "", "", "opening", "office"),
  heading(
    "overview",
    1,
    "（一）",
    "主动公开",
    "disclosure",
    { unit: "office", from: "disclosure_preface" },
    { unit: "enforcement", from: "enforcement" },
    { unit: "finance", from: "procurement" },
  ),
  heading("overview", 2, "1.", "提案办理结果公开", "proposals", "office"),
  heading("overview", 2, "2.", "政务服务改革", "service_reform", "approval"),
  heading("overview", 2, "3.", "公共资源交易", "resource_trading", "resources"),
  heading("overview", 2, "4.", "财政信息公开", "fiscal_disclosure", "finance"),
  heading("overview", 2, "5.", "安全生产工作", "work_safety", "safety"),
  heading("overview", 2, "6.", "社会保障工作", "social_security", "hr"),
  heading("overview", 1, "（二）", "依申请公开", "applications", "office"),
  heading("overview", 1, "（三）", "回应社会关切以及互动交流情况", "public_concerns", "office"),
  heading("overview", 1, "（四）", "平台建设", "platform", "office"),
  heading("problems", 1, "（一）", "存在问题", "problems", "office"),
  heading("problems", 1, "（二）", "改进措施", "improvements", "office"),
  heading("other", 0, "", "", "other", "office"),
];

type DemonstrationPerson = { unit: string; role: Role; title: string };

/** Everybody of the demonstration; an account is the unit's name and the title. */
export const DEMONSTRATION_PEOPLE: readonly DemonstrationPerson[] = [
  { unit: "office", role: "admin", title: "管理员" },
  { unit: "office", role: "reviewer", title: "审核人" },
  { unit: "office", role: "reviewer", title: "第二审核人" },
  { unit: "office", role: "editor", title: "统稿人" },
  { unit: "office", role: "director", title: "负责人" },
  { unit: "office", role: "auditor", title: "审计员" },
  ...["office", "approval", "enforcement", "finance", "resources", "safety", "hr", "legal"].map(
    (unit): DemonstrationPerson => ({ unit, role: "submitter", title: "填报人" }),
  ),
  { unit: "approval", role: "head", title: "部门负责人" },
  { unit: "safety", role: "head", title: "部门负责人" },
];
