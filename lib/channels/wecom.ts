import { z } from "zod";
import type { RobotChannel } from "@/lib/channels/robot-channel";

const AnswerSchema = z.object({ errcode: z.number(), errmsg: z.string().default("") });
/** More than twenty messages a minute; the service's own trouble. */
const PASSING = [45009, -1];

/** 企业微信群机器人: the key in the address is all that it asks for (developer.work.weixin.qq.com, 消息推送配置说明). */
export const WECOM: RobotChannel = {
  requestOf: ({ address, text }) => ({ address, body: { msgtype: "text", text: { content: text } } }),
  refusalOf(answer) {
    const { errcode, errmsg } = AnswerSchema.parse(answer);
    return errcode === 0 ? null : { code: errcode, text: errmsg, isFinal: !PASSING.includes(errcode) };
  },
};
