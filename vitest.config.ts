import { configDefaults, defineConfig, mergeConfig } from "vitest/config";

/** Packages are tested from their sources: nothing need be built, but for what starts the command or threads. */
export const everywhere = defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: { testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2, slowTestThreshold: 10_000 },
});

export default mergeConfig(
  everywhere,
  defineConfig({
    test: {
      include: ["packages/*/src/**/*.test.ts", "e2e/**/*.test.ts"],
      exclude: [...configDefaults.exclude, "**/*.long.test.ts"],
    },
  }),
);
