import { describe, expect, it } from "vitest";
import { listRepeatedSections, markRepeated } from "@/lib/domain/repeated-share";
import { exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

const BEFORE = "2022年，我区认真贯彻落实条例，收到申请12件。政策解读形式单一，公众参与度不高。";

describe("what a text repeats of last year's", () => {
  it("is the whole text when only years and figures differ", () => {
    const { percent, pieces } = markRepeated(BEFORE, BEFORE.replace("2022", "2023").replace("12", "15"));
    expect(percent).toBe(100);
    expect(pieces.filter(({ isRepeated }) => isRepeated)).toHaveLength(1);
  });

  it("is told apart from what is new, wherever it stood before", () => {
    const now = "政策解读形式单一，公众参与度不高。新建一体化平台，实现一网通查。";
    const { percent, pieces } = markRepeated(BEFORE, now);
    expect(pieces).toEqual([
      { text: "政策解读形式单一，公众参与度不高", isRepeated: true },
      { text: "。新建一体化平台，实现一网通查。", isRepeated: false },
    ]);
    expect(percent).toBe(53);
    expect(pieces.map(({ text }) => text).join("")).toBe(now);
  });

  it("is null where they share only common words", () => {
    expect(markRepeated(BEFORE, "全区政务公开工作稳步推进，群众满意度提升。").percent).toBe(0);
    expect(markRepeated("", "").percent).toBe(0);
  });

  it("begins with eight characters in a row, at the very beginning and end of a text too", () => {
    const [seven, eight] = ["甲乙丙丁戊己庚", "甲乙丙丁戊己庚辛"];
    expect(markRepeated(seven, seven).percent).toBe(0);
    expect(markRepeated(eight, eight).percent).toBe(100);
    expect(markRepeated(`前${eight}`, `${eight}后`).pieces).toEqual([
      { text: eight, isRepeated: true },
      { text: "后", isRepeated: false },
    ]);
    expect(markRepeated(`${eight}后`, `前${eight}`).pieces).toEqual([
      { text: "前", isRepeated: false },
      { text: eight, isRepeated: true },
    ]);
    expect(markRepeated(eight, seven).percent).toBe(0);
  });

  it("is not listed where a text has fewer than thirty characters that count, in either year", () => {
    const [enough, short] = ["字".repeat(30), `${"字".repeat(29)}2022年。`.replace("年", "")];
    const listed = (now: string, before: string) => {
      const previous = { year: 2022, formatId: "2021", figures: {}, texts: { overview: before } };
      return listRepeatedSections(exampleSubject("2021", { texts: [exampleText(now)], previous })).length;
    };
    expect([listed(enough, enough), listed(short, enough), listed(enough, short)]).toEqual([1, 0, 0]);
  });

  it("is listed by section, with short and unknown ones left out", () => {
    const text = exampleText(BEFORE.replace("2022", "2023"));
    const previous = { year: 2022, formatId: "2021", figures: {}, texts: { overview: BEFORE, problems: BEFORE } };
    const subject = exampleSubject("2021", { texts: [text], previous });
    expect(listRepeatedSections(subject).map(({ sectionId, percent }) => [sectionId, percent])).toEqual([
      ["overview", 100],
    ]);
    expect(listRepeatedSections({ ...subject, previous: null })).toEqual([]);
  });
});
