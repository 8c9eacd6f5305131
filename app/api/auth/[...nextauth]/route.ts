import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/web/session";

type Context = { params: Promise<{ nextauth: string[] }> };

function handle(request: NextRequest, context: Context): Promise<Response> {
  // oxlint-disable-next-line typescript/no-unsafe-return -- next-auth does not say what its handler gives.
  return NextAuth(request, context, authOptions());
}

export { handle as GET, handle as POST };
