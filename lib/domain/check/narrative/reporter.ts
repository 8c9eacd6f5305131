/** Who reports and for which year: words that name them say nothing more. */
export type Reporter = {
  year: number;
  /** The office of a government, whose requests may be its own or those of the whole. */
  isOffice: (text: string) => boolean;
  /** Its name, and the ends of it by which it calls itself, longest first. */
  names: readonly string[];
  /** What its text says of the years next to its own, and what that means. */
  years: readonly (readonly [RegExp, string])[];
};

/**
 * How a report speaks of itself: its year and the next (结转下年度), the names of the body, and which words mean the office
 * in charge.
 */
export function reporterOf(year: number, organisation: string | undefined): Reporter {
  return {
    year,
    isOffice: (text) => isGovernment(organisation ?? "") && OFFICE.test(text),
    names: namesOf(organisation ?? ""),
    years: [
      [
        new RegExp(
          `(?:结转|转入|转结|顺延|延续|延期|延|转)(?:至|到|入)?${year + 1}年度?(?:继续办理|继续答复|办理答复|办理|答复|办结|处理)?`,
          "g",
        ),
        "结转下年度",
      ],
      [
        new RegExp(
          `(?:从|由)?${year - 1}年度?(?:未办结)?(?:结转|转入|遗留|转结|转来|顺延|转)(?:件)?(?:至|到|来的?)?(?:${year}年度?)?`,
          "g",
        ),
        "上年结转",
      ],
      [new RegExp(`${year}年(?:度|全年|内)?`, "g"), ""],
    ],
  };
}

/** Ends of the name of a place by which its government is called 市政府, 县政府, 镇政府. */
const PLACES = /([省市县区州旗盟镇乡])(?:人民政府|政府)?$/u;

const OFFICE = /政府(?:办公[厅室]|办(?![公事理结]))/u;

function isGovernment(organisation: string): boolean {
  return PLACES.test(organisation);
}

/** The government of a place is 市政府 in its own report, and its office 市政府办公室; a department is neither. */
function namesOfGovernment(organisation: string): string[] {
  const place = PLACES.exec(organisation)?.[1];
  if (!place) return /街道(?:办事处)?$/u.test(organisation) ? ["街道办事处", "街道办", "街道"] : [];
  const governments = [`${place}人民政府`, `${place}政府`];
  const offices = [...governments, "政府"].flatMap((name) => [`${name}办公厅`, `${name}办公室`]);
  return [...offices, ...governments];
}

/** 平和区教育局 calls itself 区教育局 and 教育局, 官洲街道办事处 calls itself 官洲街道, 人民政府 is 政府 for short. */
function namesOf(organisation: string): string[] {
  const names = [organisation, organisation.replace("人民政府", "政府")];
  const short = organisation.replace(/(?:办事处|人民政府|管理委员会|管委会)$/u, "");
  const ends = [...names, short].flatMap((name) =>
    Array.from({ length: Math.max(0, name.length - 2) }, (_, index) => name.slice(index)),
  );
  const committees = /管理委员会$/u.test(organisation) ? ["管委会"] : [];
  return [...new Set([...ends, ...committees, ...namesOfGovernment(organisation)])].toSorted(
    (left, right) => right.length - left.length,
  );
}

/** 市政府及其部门, 县政府系统, 州级及各县市行政机关: the whole body with all that belongs to it. */
const OWN_PARTS =
  /本机关(?:[（(]本级[）)]|本级)?(?:系统|及其?|和|、)?(?:所属|下属|各|组成|工作|直属|职能|有关)*(?:部门|单位|机构|系统)|本机关(?:[（(]本级[）)]|本级|系统)|[省市县区州]级(?:及|和|、)各?(?:县市区|市县区|县市|县区|区县|乡镇|镇街)(?:各级)?(?:行政机关|政府|部门|单位)?|[省市县区镇乡、]{2,5}[两三]级(?:行政机关|政府|机关|部门)?/gu;

/** The text with the reporter's own name said as 本机关. */
export function nameItself(text: string, { names }: Reporter): string {
  let plain = text;
  for (const name of names) {
    if (!plain.includes(name)) continue;
    // 全市政府信息公开 is no 市政府.
    plain = name.endsWith("政府")
      ? plain.replace(new RegExp(`${name}(?!信息)`, "g"), "本机关")
      : plain.replaceAll(name, "本机关");
  }
  return plain.replace(OWN_PARTS, "本机关").replace(/[我本]本机关/g, "本机关");
}
