import { describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  accountName,
  day,
  email,
  figureText,
  moment,
  name,
  optionalDay,
  optionalMoment,
  reason,
  tick,
} from "@/lib/domain/inputs/parts";
import { HandOverSchema } from "@/lib/domain/inputs/person";
import { SetReminderPlanSchema } from "@/lib/domain/inputs/reminder";
import { ProposeAdjustmentSchema } from "@/lib/domain/inputs/report";
import { ApproveNilSchema, RemindUnitsSchema } from "@/lib/domain/inputs/review";

const ID = "00000000-0000-4000-8000-000000000000";

/** What a field makes of what is sent; undefined also where it refuses it. */
function read<Output>(field: z.ZodType<Output>, sent: unknown): Output | "refused" {
  const parsed = field.safeParse(sent);
  return parsed.success ? parsed.data : "refused";
}

describe("a due date", () => {
  it.each([
    ["2020-01-31", "2020-02-01T00:00:00+08:00"],
    ["2019-12-31", "2020-01-01T00:00:00+08:00"],
    ["2020-01-31T17:30", "2020-01-31T17:30:00+08:00"],
  ])("%s is %s: a day means its end, in the office's time", (sent, at) => {
    expect(read(moment, sent)).toEqual(new Date(at));
    expect(read(optionalMoment, sent)).toEqual(new Date(at));
  });

  it.each(["", "2020-13-01", "2020-01-01T25:00", "31.1.2020", "2020-01-31T17", "x2020-01-31", "2020-01-31x"])(
    "is not %j",
    (sent) => {
      expect(read(moment, sent)).toBe("refused");
    },
  );

  it("may be left out where it is optional", () => {
    expect([read(optionalMoment, ""), read(optionalMoment, undefined)]).toEqual([undefined, undefined]);
    expect(read(optionalMoment, "soon")).toBe("refused");
  });
});

describe("a day", () => {
  it.each(["2020-02-29", "2019-12-31"])("%s is kept as it is", (sent) => {
    expect([read(day, sent), read(optionalDay, sent)]).toEqual([sent, sent]);
  });

  it.each(["2019-02-29", "2020-02-30", "2020-1-1", "x2020-01-01", "2020-01-01x", "tomorrow"])("is not %j", (sent) => {
    expect([read(day, sent), read(optionalDay, sent)]).toEqual(["refused", "refused"]);
  });

  it("may be left out where it is optional", () => {
    expect([read(optionalDay, ""), read(optionalDay, undefined), read(day, "")]).toEqual([
      undefined,
      undefined,
      "refused",
    ]);
  });
});

describe("texts of a form", () => {
  it("are a name that somebody can see", () => {
    expect([read(name, " 财政局 "), read(name, ""), read(name, "  "), read(name, "\u200b\u2060")]).toEqual([
      "财政局",
      "refused",
      "refused",
      "refused",
    ]);
  });

  it("are an address, or none", () => {
    expect([read(email, " a@example.cn "), read(email, ""), read(email, "a@"), read(email, "x")]).toEqual([
      "a@example.cn",
      null,
      "refused",
      "refused",
    ]);
  });

  it("are an account without blanks, of at least two characters", () => {
    expect([read(accountName, " 王芳 "), read(accountName, "王 芳"), read(accountName, "王")]).toEqual([
      "王芳",
      "refused",
      "refused",
    ]);
  });

  it("have one kind of line end, and are no reason while they are blank", () => {
    expect([read(reason, "甲\r\n乙\r丙\n丁"), read(reason, " \r\n ")]).toEqual(["甲\n乙\n丙\n丁", "refused"]);
  });

  it("are a blank cell where nothing stands, and nothing else", () => {
    expect([read(figureText, ""), read(figureText, null), read(figureText, " "), read(figureText, "0")]).toEqual([
      null,
      null,
      " ",
      "0",
    ]);
  });

  it("are a tick, which sends nothing where it is not set", () => {
    expect([read(tick, "on"), read(tick, ""), read(tick, undefined), read(tick, "off")]).toEqual([
      true,
      false,
      false,
      "refused",
    ]);
  });
});

describe("the days before a due date", () => {
  const plan = (daysBefore: string) => {
    const parsed = SetReminderPlanSchema.safeParse({ requestId: ID, daysBefore });
    return parsed.success ? parsed.data.daysBefore : "refused";
  };

  it.each([
    ["14、7、1", [14, 7, 1]],
    [" 1, 7 ,14 ", [14, 7, 1]],
    ["3;3；3", [3]],
    ["10，90", [90, 10]],
    ["", []],
  ])("%j are %j, the farthest first", (typed, days) => {
    expect(plan(typed)).toEqual(days);
  });

  it.each(["0", "91", "7 0", "7 91", "100", "7天", "第7", "7.5", "7、", "、7", "-7", "seven"])(
    "are not %j",
    (typed) => {
      expect(plan(typed)).toBe("refused");
    },
  );
});

describe("a hand-over", () => {
  const handOver = (successor: { userId?: string; account?: string; name?: string }) => {
    const input = { requestId: ID, membershipId: ID, userId: "", account: "", name: "", ...successor };
    const parsed = HandOverSchema.safeParse(input);
    return parsed.success ? [] : parsed.error.issues.map(({ path, code }) => [path[0], code]);
  };

  it("goes to somebody who is there, or to a new person with account and name", () => {
    expect(handOver({ userId: ID })).toEqual([]);
    expect(handOver({ account: "王芳", name: "王芳" })).toEqual([]);
    expect(handOver({})).toEqual([
      ["account", "too_small"],
      ["name", "too_small"],
    ]);
    expect(handOver({ account: "王芳" })).toEqual([["name", "too_small"]]);
    expect(handOver({ name: "王芳" })).toEqual([["account", "too_small"]]);
  });
});

describe("an adjustment's amount", () => {
  const amount = (sent: string) => {
    const input = { requestId: ID, cycleId: ID, cellKey: "active.rules.made", amount: sent, reason: "两家都报了" };
    return ProposeAdjustmentSchema.safeParse(input).success;
  };

  it.each(["1", "-1", "0.5", "-0.01", "10.0", " 7 ", "-10"])("is %j", (sent) => {
    expect(amount(sent)).toBe(true);
  });

  it.each(["0", "-0", "0.0", "-0.00", "", "+1", "01", "1e3", "1.", ".5", "7件", "x1"])("is not %j", (sent) => {
    expect(amount(sent)).toBe(false);
  });
});

describe("several at once", () => {
  it("are sections as somebody saw them, each with its revision", () => {
    const seen = (ticks: unknown) => {
      const parsed = ApproveNilSchema.safeParse({ requestId: ID, seen: ticks });
      return parsed.success ? parsed.data.seen : "refused";
    };
    expect(seen([`${ID} 3`, `${ID} 0`])).toEqual([
      { submissionId: ID, revision: 3 },
      { submissionId: ID, revision: 0 },
    ]);
    for (const wrong of [undefined, [], [ID.slice(1)], [`${ID} x`], [`${ID} -1`]]) expect(seen(wrong)).toBe("refused");
  });

  it("are all units that are late, or at least one that was chosen", () => {
    const remind = (sent: object) => RemindUnitsSchema.safeParse({ requestId: ID, cycleId: ID, ...sent }).success;
    expect([remind({ allLate: "on" }), remind({ organisationIds: [ID] }), remind({})]).toEqual([true, true, false]);
    expect(remind({ allLate: "on", organisationIds: [ID] })).toBe(true);
    const refused = RemindUnitsSchema.safeParse({ requestId: ID, cycleId: ID });
    expect(refused.error?.issues[0]?.path).toEqual(["organisationIds"]);
  });
});
