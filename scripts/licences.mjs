// Lists the licence of every dependency in the lock file, and fails on one that the project may not use: GPL and AGPL
// (unless another, permissive one may be chosen instead), and none at all.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { packages } = JSON.parse(readFileSync(at("package-lock.json"), "utf8"));

/** SPDX expression of a package: from the lock file, else from its own package.json; old packages hold an object or a list. */
function licenceOf(path, entry) {
  if (typeof entry.license === "string") return entry.license;
  if (!existsSync(at(`${path}/package.json`))) return "";
  const own = JSON.parse(readFileSync(at(`${path}/package.json`), "utf8"));
  const stated = own.license ?? own.licenses;
  const names = [stated].flat().map((licence) => licence?.type ?? licence);
  return names.filter((name) => typeof name === "string").join(" OR ");
}

/** Whether at least one of the alternatives is permissive throughout. */
function mayBeUsed(licence) {
  const alternatives = licence.replaceAll(/[()]/g, "").split(/\s+OR\s+/i);
  return alternatives.some(
    (alternative) => alternative !== "" && !/GPL|UNLICENSED|SEE LICENSE/i.test(alternative.replaceAll("LGPL", "")),
  );
}

const rows = Object.entries(packages)
  .filter(([path, entry]) => path.includes("node_modules/") && entry.link !== true)
  .map(([path, entry]) => ({
    name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
    version: entry.version ?? "?",
    licence: licenceOf(path, entry),
    use: entry.dev === true ? "development" : "runtime",
  }))
  .sort((a, b) => (a.use === b.use ? (a.name < b.name ? -1 : 1) : a.use === "runtime" ? -1 : 1));

for (const { name, version, licence, use } of rows)
  console.log(`${use}  ${name} ${version}  ${licence || "no licence stated"}`);
const refused = rows.filter(({ licence }) => !mayBeUsed(licence));
console.log(`${rows.length} dependencies, ${refused.length} of them with a licence that may not be used`);
for (const { name, licence } of refused)
  console.error(`error: ${name} is under ${licence || "no licence that it states"}`);
if (refused.length > 0 || rows.length === 0) process.exitCode = 1;
