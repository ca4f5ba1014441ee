/** The import arrows of ARCHITECTURE.md: core ← report ← cli, never up, never sideways. */
module.exports = {
  forbidden: [
    {
      name: "core-knows-nothing-above",
      severity: "error",
      from: { path: "^packages/core" },
      to: { path: "^packages/(report|cli|server|store|web)" },
    },
    {
      name: "report-knows-core-only",
      severity: "error",
      from: { path: "^packages/report" },
      to: { path: "^packages/(cli|server|store|web)" },
    },
    {
      name: "core-and-report-are-pure",
      severity: "error",
      from: { path: "^packages/(core|report)/src", pathNot: "\\.test[-a-z]*\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-network",
      comment: "What a delegation writes stays on its machine.",
      severity: "error",
      from: { path: "^packages/", pathNot: "\\.test[-a-z]*\\.ts$" },
      to: { path: "^(node:)?(net|tls|dgram|dns|http|https|http2|inspector)(/|$)" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-test-in-product",
      severity: "error",
      from: { pathNot: "\\.test[-a-z]*\\.ts$" },
      to: { path: "\\.test[-a-z]*\\.ts$" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.test.json" },
    exclude: { path: "(^|/)(dist|node_modules)/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["source", "import", "types", "default"] },
  },
};
