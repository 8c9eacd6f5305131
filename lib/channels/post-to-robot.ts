import { DINGTALK } from "@/lib/channels/dingtalk";
import { FEISHU } from "@/lib/channels/feishu";
import type { RobotChannel } from "@/lib/channels/robot-channel";
import { WECOM } from "@/lib/channels/wecom";
import { FinalFailure } from "@/lib/domain/job";
import { kindOfAddress, type RobotKind } from "@/lib/domain/robot";

const CHANNELS: Readonly<Record<RobotKind, RobotChannel>> = { wecom: WECOM, dingtalk: DINGTALK, feishu: FEISHU };

const PATIENCE_MS = 15_000;
const LONGEST_ANSWER = 10_000;

/** Where a test has a server stand in for the services; nothing else may. */
export type StandIn = { origin: string };

/**
 * Posts a text to a group's robot, signed as its service demands. Only the three services are ever asked, over HTTPS, and
 * nothing they answer leads anywhere else.
 *
 * @throws FinalFailure where the service will not take it later either; any other error where it may
 */
export async function postToRobot(
  robot: { address: string; secret: string | null },
  text: string,
  options: { now: Date; standIn?: StandIn },
): Promise<void> {
  const kind = kindOfAddress(robot.address);
  if (!kind) throw new FinalFailure("this is not an address of a robot");
  const channel = CHANNELS[kind];
  const { address, body } = channel.requestOf({ ...robot, text, now: options.now });
  const response = await fetch(options.standIn ? standingIn(address, options.standIn) : address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${kind} answered ${response.status}`);
  if (answer.length > LONGEST_ANSWER) throw new Error(`${kind} answered too much`);
  const refusal = channel.refusalOf(JSON.parse(answer));
  if (!refusal) return;
  const message = `${kind} ${refusal.code}: ${refusal.text}`;
  throw refusal.isFinal ? new FinalFailure(message) : new Error(message);
}

function standingIn(address: string, { origin }: StandIn): string {
  const { pathname, search } = new URL(address);
  return new URL(`${pathname}${search}`, origin).href;
}
