/** The services whose group robots can be told. */
export const ROBOT_KINDS = ["wecom", "dingtalk", "feishu"] as const;
export type RobotKind = (typeof ROBOT_KINDS)[number];

/** A robot of a group as an administrator sees it: its address and its secret are never shown again. */
export type Robot = { id: string; kind: RobotKind; name: string; addedByName: string; addedAt: Date };

/** Where each service takes messages; anything else is no address of a robot. */
export const ROBOT_PLACES: Readonly<Record<RobotKind, { origin: string; path: RegExp }>> = {
  wecom: { origin: "https://qyapi.weixin.qq.com", path: /^\/cgi-bin\/webhook\/send$/ },
  dingtalk: { origin: "https://oapi.dingtalk.com", path: /^\/robot\/send$/ },
  feishu: { origin: "https://open.feishu.cn", path: /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/ },
};

/** Which service a robot's address belongs to; null where it is none of theirs, so that nothing else is ever asked. */
export function kindOfAddress(address: string): RobotKind | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.username !== "" || url.password !== "") return null;
  return (
    ROBOT_KINDS.find(
      (kind) => url.origin === ROBOT_PLACES[kind].origin && ROBOT_PLACES[kind].path.test(url.pathname),
    ) ?? null
  );
}
