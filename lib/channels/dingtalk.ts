import { createHmac } from "node:crypto";
import { z } from "zod";
import type { RobotChannel } from "@/lib/channels/robot-channel";

const AnswerSchema = z.object({ errcode: z.number(), errmsg: z.string().default("") });
/** More than twenty messages a minute, which shuts the robot for ten; the service's own trouble. */
const PASSING = [130101, 410100, -1];

/** 钉钉自定义机器人 with 加签: HMAC-SHA256 of the milliseconds and the secret, in the address (open.dingtalk.com). */
export const DINGTALK: RobotChannel = {
  requestOf({ address, secret, text, now }) {
    const url = new URL(address);
    if (secret !== null) {
      const timestamp = String(now.getTime());
      const sign = createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64");
      url.searchParams.set("timestamp", timestamp);
      url.searchParams.set("sign", sign);
    }
    return { address: url.href, body: { msgtype: "text", text: { content: text } } };
  },
  refusalOf(answer) {
    const { errcode, errmsg } = AnswerSchema.parse(answer);
    return errcode === 0 ? null : { code: errcode, text: errmsg, isFinal: !PASSING.includes(errcode) };
  },
};
