import { z } from "zod";
import { addDecimals } from "@/lib/domain/decimal";
import type { Contribution, ReportDocument } from "@/lib/domain/report-document";

export const DepartmentsSchema = z.object({
  district: z.string(),
  contact: z.object({ office: z.string(), address: z.string(), postcode: z.string(), phone: z.string() }),
  departments: z.array(
    z.object({
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
    }),
  ),
});

type Departments = z.infer<typeof DepartmentsSchema>;

export function sumOfUnits(departments: Departments, base: ReportDocument): Record<string, string> {
  const sums: Record<string, string> = Object.fromEntries(Object.keys(base.figures).map((key) => [key, "0"]));
  for (const unit of departments.departments) {
    for (const [key, value] of Object.entries(unit.figures)) {
      sums[key] = addDecimals([sums[key] ?? "0", value]);
    }
  }
  return sums;
}

export function provenanceOf(departments: Departments): Record<string, Contribution[]> {
  const result: Record<string, Contribution[]> = {};
  for (const unit of departments.departments) {
    for (const [key, value] of Object.entries(unit.figures)) {
      if (value === "0") continue;
      const list = result[key] ?? [];
      list.push({
        unit: unit.name,
        value,
        version: 1,
        submittedBy: "李强",
        submittedAt: "2020-01-14T08:30:00.000Z",
        approvedBy: "王芳",
        approvedAt: "2020-01-16T02:05:00.000Z",
      });
      result[key] = list;
    }
  }
  return result;
}
