// Holds core and report to what their bytes depend on: their input alone. Linters cannot forbid an operator or look at
// a call's arguments; this reads the syntax tree. What is forbidden, and why:
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const differs = "its last digits differ between Node versions: write products, or exp(r·log x)";
const ambient = "core and report know no clock, chance, machine or network: let the caller hand it in";
const locale = "the machine's locale decides: name one";
const members = new Map(
  Object.entries({
    "Math.pow": differs,
    "Math.random": ambient,
    "Date.now": ambient,
    "performance.now": ambient,
    "crypto.getRandomValues": ambient,
    "crypto.randomUUID": ambient,
  }),
);
const globals = new Set(["process", "performance", "fetch", "navigator", "localStorage", "setTimeout"]);
/** Of their own accord these take the locale of the machine; one that is named is the same everywhere. */
const methods = new Set(["toLocaleString", "toLocaleLowerCase", "toLocaleUpperCase"]);

const root = fileURLToPath(new URL("..", import.meta.url));
const files = ["packages/core/src", "packages/report/src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(root, folder, name))
    .filter((name) => name.endsWith(".ts") && !/\.test(-[a-z]+)?\.ts$/.test(name)),
);

/** Why a node is forbidden; undefined where it is not. */
function reasonAgainst(node) {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const raises = kind === ts.SyntaxKind.AsteriskAsteriskToken || kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
    // Whole powers of two are exact everywhere, and so are those of big integers.
    const exact = ts.isBigIntLiteral(node.left) || node.left.getText() === "2";
    if (raises && !exact) return `**: ${differs}`;
  }
  if (ts.isPropertyAccessExpression(node)) {
    const name = `${node.expression.getText()}.${node.name.text}`;
    if (members.has(name)) return `${name}: ${members.get(name)}`;
    if (node.name.text === "localeCompare")
      return "localeCompare: tables of order differ between Node versions: compare by code";
    if (methods.has(node.name.text) && !namesLocale(node.parent)) return `${node.name.text}: ${locale}`;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && (node.arguments ?? []).length === 0)
    return `new Date(): ${ambient}`;
  if (ts.isIdentifier(node) && globals.has(node.text) && isFree(node)) return `${node.text}: ${ambient}`;
  return undefined;
}

function namesLocale(call) {
  return ts.isCallExpression(call) && call.arguments.some(ts.isStringLiteral);
}

/** Whether an identifier stands for the global of that name: neither a member's name nor a name given in the file. */
function isFree(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return ts.isCallExpression(parent) && parent.expression === node;
}

let found = 0;
for (const file of files) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext, true);
  const visit = (node) => {
    const reason = reasonAgainst(node);
    if (reason !== undefined) {
      const { line, character } = source.getLineAndCharacterOfPosition(node.getStart());
      console.log(`${relative(root, file)}:${line + 1}:${character + 1} ${reason}`);
      found++;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}
console.log(`${files.length} files, ${found} places that are not pure`);
if (found > 0 || files.length === 0) process.exitCode = 1;
