import { createHmac } from "node:crypto";
import { z } from "zod";
import type { RobotChannel } from "@/lib/channels/robot-channel";

const AnswerSchema = z.object({ code: z.number(), msg: z.string().default("") });
/** More than a hundred messages a minute or five a second; the service's own trouble. */
const PASSING = [9499, 11232, 11233];

/** 飞书自定义机器人 with 签名校验: HMAC-SHA256 of nothing, its key the seconds and the secret, in the body (open.feishu.cn). */
export const FEISHU: RobotChannel = {
  requestOf({ address, secret, text, now }) {
    const message = { msg_type: "text", content: { text } };
    if (secret === null) return { address, body: message };
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const sign = createHmac("sha256", `${timestamp}\n${secret}`).update("").digest("base64");
    return { address, body: { timestamp, sign, ...message } };
  },
  refusalOf(answer) {
    const { code, msg } = AnswerSchema.parse(answer);
    return code === 0 ? null : { code, text: msg, isFinal: !PASSING.includes(code) };
  },
};
