import { defineConfig, mergeConfig } from "vitest/config";
import { everywhere } from "./vitest.config.ts";

/** Tests that take minutes: .ci/run runs them, `npm test` does not. */
export default mergeConfig(
  everywhere,
  defineConfig({
    test: {
      include: ["packages/*/src/**/*.long.test.ts", "e2e/**/*.long.test.ts"],
      testTimeout: 300_000,
      passWithNoTests: true,
    },
  }),
);
