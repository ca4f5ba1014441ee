// Writes schema/brief.schema.json from the definition that the reader itself uses (compiled: run `npm run build` before).
import { writeFileSync } from "node:fs";
import { briefJsonSchema } from "../packages/core/dist/brief/index.js";

const target = new URL("../schema/brief.schema.json", import.meta.url);
writeFileSync(target, `${JSON.stringify(briefJsonSchema(), null, 2)}\n`);
