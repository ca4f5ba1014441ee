// What a settlement costs: `npx tsc -b && node bench/settle.mjs`. One thread; best of several batches.
import { readBrief } from "@demarche/core/brief";
import { compile } from "@demarche/core/model";
import { Draws, Roll } from "@demarche/core/plan";
import { comesBefore, createBallot, createOutcome, createTable, fillTable, settleAlone } from "@demarche/core/settle";
import { nsPerStep } from "./calibrate.mjs";

const ids = (n, letter) => Array.from({ length: n }, (_, k) => `${letter}${k}`);
/** A table of parties and unbundled issues of six options; numbers spread by a fixed rule, exact or as ranges. */
function briefOf({ parties, issues, ranges = false, gatekeepers = "nobody", bundle = 0, options = 6 }) {
  let state = 7;
  const next = (from, to) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return from + Math.floor((state / 2147483648) * (to - from));
  };
  const number = (from, to) => {
    const x = next(from, to);
    return ranges ? `${x - 10}..${x + 10}` : `${x}`;
  };
  const people = ids(parties, "p");
  const items = ids(issues, "i").map((id) => {
    const lines = people.map(
      (p) => `      ${p}: { ideal: ${number(10, 90)}, salience: ${number(20, 80)}, influence: ${number(20, 80)} }`,
    );
    const at = ids(options, "o").map((o, k) => {
      const place = Math.round((100 * k) / (options - 1));
      return `${o}: ${ranges && k > 0 && k < options - 1 ? `${place - 5}..${place + 5}` : place}`;
    });
    return `  - issue: ${id}\n    options: { ${at.join(", ")} }\n    otherwise: o0\n    positions:\n${lines.join("\n")}`;
  });
  return `demarche: 1
us: p0
parties: { ${people.map((p) => `${p}: { name: Party ${p} }`).join(", ")} }
forums: { talks: { members: [${people.join(", ")}], gatekeepers: ${gatekeepers} } }
agenda:
${items.join("\n")}
${bundle > 0 ? `links: { all: { bundle: [${ids(bundle, "i").join(", ")}] } }\n` : ""}`;
}
function modelOf(shape) {
  const { brief, diagnostics } = readBrief(briefOf(shape), { file: "bench.yaml" });
  if (brief === undefined) throw new Error(JSON.stringify(diagnostics));
  return compile(brief).model;
}
function best(batches, work) {
  for (let b = 0; b < batches; b++) work(b);
  let least = Infinity;
  for (let b = 0; b < batches; b++) {
    const start = process.hrtime.bigint();
    work(b);
    least = Math.min(least, Number(process.hrtime.bigint() - start));
  }
  return least;
}

/** Draws, table, acceptance set and outcome of one item in one world after another. */
function settlement(ranges) {
  const model = modelOf({ parties: 5, issues: 1, ranges });
  const worlds = 500;
  const draws = new Draws(model, 1, worlds);
  const table = createTable(model.items[0]);
  const outcome = createOutcome();
  const active = new Float64Array(model.effects.length);
  const setting = {
    model,
    inputs: draws.values,
    base: 0,
    outcomeModel: "compromise",
    ballot: createBallot(5),
    admissionShift: 0,
    admissionSet: Number.NaN,
    admissionPull: 1,
  };
  const ends = new Float64Array(7);
  const ns = best(600, (batch) => {
    draws.fill(batch * worlds, worlds);
    for (let w = 0; w < worlds; w++) {
      setting.base = w * draws.width;
      fillTable(table, 0, model.effects, active, draws.values, setting.base);
      if (comesBefore(setting, table, 0, 0, [], outcome)) settleAlone(setting, table, 0, 0, outcome);
      ends[outcome.option + 1]++;
    }
  });
  if (ends.filter((n) => n > 0).length < 3) throw new Error("the worlds do not differ: this measures nothing");
  return ns / worlds;
}

/** A whole roll-out of no plan: what the plan engine pays per world and variant. */
function rollOut(shape, worlds, batches) {
  const model = modelOf(shape);
  const draws = new Draws(model, 1, worlds);
  const roll = new Roll(model);
  const ns = best(batches, (batch) => {
    draws.fill(batch * worlds, worlds);
    for (let w = 0; w < worlds; w++) {
      roll.begin(draws.values, w * draws.width);
      roll.run(model.plan);
    }
  });
  return { ns: ns / worlds, kib: draws.values.byteLength / 1024 / worlds };
}

nsPerStep();
const step = nsPerStep();
console.log(`${process.version}; ${step.toFixed(2)} ns a step of the calibration loop (1.08 on a quiet core)`);
const asked = { exact: 3_000_000, ranges: 1_000_000 };
const settlements = {};
for (const kind of ["exact", "ranges"]) {
  const ns = settlement(kind === "ranges");
  settlements[kind] = {
    "ns each": Math.round(ns),
    "million a second": Number((1000 / ns).toFixed(2)),
    calibrated: Number(((1000 / ns) * (step / 1.08)).toFixed(2)),
    asked: asked[kind] / 1e6,
  };
}
console.log("One unbundled issue, six options, five parties, compromise; costs and residual drawn:");
console.table(settlements);

console.log("A roll-out, all inputs ranges, every member a gatekeeper (parties × issues); per world:");
const sizes = [];
for (const parties of [3, 10, 30])
  for (const issues of [10, 50, 200]) {
    const shape = { parties, issues, ranges: true, gatekeepers: `[${ids(parties, "p").join(", ")}]` };
    const { ns, kib } = rollOut(shape, 100, 8);
    sizes.push({
      "parties × issues": `${parties} × ${issues}`,
      "µs a world": Number((ns / 1000).toFixed(1)),
      "ns a seat": Number((ns / parties / issues).toFixed(0)),
      "KiB of draws a world": Number(kib.toFixed(1)),
      "B a seat": Number(((kib * 1024) / parties / issues).toFixed(0)),
    });
  }
console.table(sizes);

const { ns } = rollOut({ parties: 5, issues: 3, ranges: true, bundle: 3, options: 10 }, 50, 10);
console.log(
  `A bundle of 1,000 packages, five parties: ${(ns / 1000).toFixed(0)} µs a world, ${(ns / 1000).toFixed(0)} ns a package`,
);
