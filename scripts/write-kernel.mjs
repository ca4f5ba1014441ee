// Compiles the branch and bound of agreement spaces (AssemblyScript, packages/core/kernels) to WebAssembly, and writes it
// where core imports it from: node scripts/write-kernel.mjs. With --check: says whether what is there is what it compiles to.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const source = "packages/core/kernels/branch-and-bound/index.ts";
const target = new URL("../packages/core/src/packages/generated/branch-kernel.ts", import.meta.url);

const options = {
  outFile: "kernel.wasm",
  runtime: "stub",
  optimizeLevel: 3,
  uncheckedBehavior: "always",
  use: "abort=",
  // Vectors are handed around within the module only: there is nobody to whom their exchange could matter.
  disableWarning: "112",
};
let bytes;
let said = "";
const { error } = await asc.main(
  [
    source,
    "--noAssert",
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    ...["simd", "bulk-memory"].flatMap((feature) => ["--enable", feature]),
  ],
  {
    readFile: (name, base) => readOrNull(`${base}/${name}`),
    writeFile: (_name, contents) => {
      bytes = contents;
    },
    listFiles: () => [],
    stderr: { write: (chunk) => (said += chunk) },
  },
);
if (error) {
  console.error(said || error.message);
  process.exit(1);
}

const text = `// Written by scripts/write-kernel.mjs from ${source}: change that, and run it.
/** A WebAssembly module in base 64. */
export const BRANCH_KERNEL =
  "${Buffer.from(bytes).toString("base64")}";
`;
if (!process.argv.includes("--check")) writeFileSync(target, text);
else if (readOrNull(fileURLToPath(target)) !== text) {
  console.error(`${fileURLToPath(target)} is not what ${source} compiles to: run node scripts/write-kernel.mjs`);
  process.exit(1);
}

function readOrNull(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
