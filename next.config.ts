import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: {
    // Messages are parsed when the app is built, not at each request and not by a parser that every page would load.
    messages: {
      path: ["./lib/i18n/messages/zh-CN", "./lib/i18n/messages/en"],
      format: "json",
      locales: "infer",
      precompile: true,
    },
  },
});

const config: NextConfig = {
  poweredByHeader: false,
  // scripts/build.ts names the build after its version and sources; Next makes a name up where it does not say one.
  generateBuildId: () => process.env.NIANBAO_BUILD_ID ?? null,
  // npm test checks the types; a start need not wait for them a second time.
  typescript: { ignoreBuildErrors: true },
  // Without these a lockfile somewhere above the project would be taken for the project's root.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  serverExternalPackages: [
    "rate-limiter-flexible",
    "@myriaddreamin/typst-ts-node-compiler",
    "@node-rs/argon2",
    "pg",
    "pg-boss",
  ],
  // As lib/web/too-large.ts, which answers what is larger.
  experimental: { serverActions: { bodySizeLimit: "22mb" }, proxyClientMaxBodySize: "22mb" },
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
      ],
    },
  ],
};

export default withMessages(config);
