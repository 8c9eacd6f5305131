import { connect } from "@/db/connect";
import { openMail } from "@/lib/mail/smtp";
import { sendDelivery } from "@/lib/services/send-delivery";

// A process that sends one message, for a test that kills it on the way.
const { APP_URL = "", SMTP_URL = "", DISTRICT_ID = "", DELIVERY_ID = "" } = process.env;
const clock = () => new Date();
const mail = openMail({ url: SMTP_URL, from: "nianbao@example.cn", origin: "https://nianbao.example.cn", clock });
const group = { send: () => Promise.reject(new Error("no group is told here")) };
const channels = { mail, group, appSecret: "" };
await sendDelivery(connect(APP_URL, { max: 1 }).db, { districtId: DISTRICT_ID, id: DELIVERY_ID }, channels, clock);
