import { answerAuthRequest } from "@/lib/web/session";

export { answerAuthRequest as GET, answerAuthRequest as POST };
