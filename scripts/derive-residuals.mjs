// Makes packages/core/src/worlds/residual-table.ts from data/deu3-residuals.csv (its source and licence: data/README.md).
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const [header, ...rows] = readFileSync(here("../data/deu3-residuals.csv"), "utf8").trimEnd().split("\n");
const columns = header.split(",");
const residuals = rows.map((row) => {
  const cells = row.split(",");
  const value = (name) => Number(cells[columns.indexOf(name)]);
  return Math.round((value("outcome") - value("compromise_forecast")) * 1000);
});
if (residuals.length === 0 || residuals.some((value) => !Number.isInteger(value)))
  throw new Error("data/deu3-residuals.csv: every row needs a numeric outcome and compromise_forecast");
residuals.sort((a, b) => a - b);

const lines = [];
let line = " ";
for (const value of residuals) {
  const piece = ` ${value},`;
  if (line.length + piece.length > 120) {
    lines.push(line);
    line = " ";
  }
  line += piece;
}
lines.push(line);

const text = `/**
 * What the compromise mean missed: outcome − forecast on ${residuals.length} issues of European Union legislation, in thousandths of a
 * scale point (scale 0..100), rising. Made by scripts/derive-residuals.mjs from data/deu3-residuals.csv; do not edit.
 * Source: Decision-making in the European Union (DEU III), doi:10.34810/data53, CC BY 4.0. The forecast is the mean of the
 * actors' positions weighted by capability × salience.
 */
// biome-ignore format: a table, filled to the line
export const residualThousandths: readonly number[] = [
${lines.join("\n")}
];
`;
writeFileSync(here("../packages/core/src/worlds/residual-table.ts"), text);
