import { z } from "zod";
import { day, request, tick } from "@/lib/domain/inputs/parts";
import type { Said } from "@/lib/domain/inputs/said";

const MOST_DAYS = 90;

/** Numbers of days with anything between them: "14、7、1". */
const daysBefore = z
  .string()
  .trim()
  .max(100)
  .refine((text) => /^(?:\d{1,2}(?:[\s,，、;；]+\d{1,2})*)?$/.test(text), { params: { say: "dayList" } satisfies Said })
  .transform((text) => [...new Set((text.match(/\d+/g) ?? []).map(Number))].toSorted((left, right) => right - left))
  .refine((list) => list.every((count) => count >= 1 && count <= MOST_DAYS), {
    params: { say: "dayList" } satisfies Said,
  });

export const SetReminderPlanSchema = z.object({ ...request, daysBefore, isOverdueDaily: tick });
export const EnterCalendarDaySchema = z.object({ ...request, day, kind: z.enum(["work", "rest"]) });
export const RemoveCalendarDaySchema = z.object({ ...request, day });

export type SetReminderPlanInput = z.infer<typeof SetReminderPlanSchema>;
export type EnterCalendarDayInput = z.infer<typeof EnterCalendarDaySchema>;
export type RemoveCalendarDayInput = z.infer<typeof RemoveCalendarDaySchema>;
