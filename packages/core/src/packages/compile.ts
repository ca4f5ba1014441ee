/** Domain → Space: exact scaling to integers, options merged into classes, tables over the same issues added up. */
import type { PackageDomain, UtilityTable } from "./domain.ts";
import { absolute, type Exact, gcd, parseExact, type Rational } from "./exact.ts";
import { classifyOptions, type OptionClasses } from "./option-classes.ts";
import type { BoxFactor, Factor, Space, WideFactors } from "./space.ts";

export interface SpaceProblem {
  readonly code:
    | "no-parties"
    | "no-issues"
    | "no-options"
    | "not-a-number"
    | "wrong-length"
    | "wrong-issue"
    | "too-large";
  readonly message: string;
  readonly hint?: string;
}
const SAFE = 9007199254740991n;
/** Cells in one table, all parties together: beyond it a link needs to be given as boxes or split. */
const MAX_CELLS = 20_000_000;

export function compileSpace(
  domain: PackageDomain,
): { readonly space: Space } | { readonly problems: readonly SpaceProblem[] } {
  const problems = checkDomain(domain);
  if (problems.length > 0) return { problems };
  const scaled = domain.parties.map(scaleParty);
  const classes = classifyOptions(domain);
  const wide = scaled.some((party) => party.span > SAFE);
  const exactFactors = addUpTables(domain, classes, scaled);
  const boxes = collectBoxes(domain, classes, scaled);
  const P = domain.parties.length;
  const factors: Factor[] = exactFactors.map(({ scope, values }) => ({
    scope,
    values: Float64Array.from(values, Number),
  }));
  const exact: WideFactors | undefined = wide
    ? {
        factors: [...exactFactors, ...boxes.map((box) => boxTable(box, classes, P))],
        reservation: scaled.map((s) => s.reservation),
      }
    : undefined;
  const space: Space = {
    parties: domain.parties.map((party) => party.id),
    issues: domain.issues.map((issue, i) => ({
      id: issue.id,
      options: issue.options,
      representative: classes[i]!.representative,
      copies: classes[i]!.copies,
      classOf: classes[i]!.of,
    })),
    sizes: Int32Array.from(classes, (c) => c.representative.length),
    factors,
    boxes: boxes.map(
      ({ scope, allowed, values }): BoxFactor => ({ scope, allowed, values: Float64Array.from(values, Number) }),
    ),
    unit: scaled.map((s) => s.unit),
    reservation: Float64Array.from(scaled, (s) => (s.reservation === undefined ? -Infinity : Number(s.reservation))),
    outcomes: domain.issues.reduce((product, issue) => product * BigInt(issue.options.length), 1n),
    exact,
  };
  return { space };
}

interface ScaledParty {
  readonly tables: readonly (readonly bigint[])[];
  readonly boxes: readonly bigint[];
  readonly unit: Rational;
  readonly reservation: bigint | undefined;
  /** Bound on any partial sum's magnitude. */
  readonly span: bigint;
}

function scaleParty(party: PackageDomain["parties"][number]): ScaledParty {
  const tables = party.tables.map((table) => table.values.map(readExact));
  const boxes = (party.boxes ?? []).map((box) => readExact(box.value));
  const reserve = party.noAgreement === undefined ? undefined : readExact(party.noAgreement);
  let denominator = 1n;
  for (const table of [...tables, boxes, reserve ? [reserve] : []])
    for (const { den } of table)
      if (denominator % den !== 0n) denominator = (denominator / gcd(denominator, den)) * den;
  const lift = ({ num, den }: Rational) => num * (denominator / den);
  const lifted = tables.map((table) => table.map(lift));
  const liftedBoxes = boxes.map(lift);
  const liftedReserve = reserve && lift(reserve);
  let step = liftedReserve ?? 0n;
  for (const table of [...lifted, liftedBoxes]) for (const value of table) if (step !== 1n) step = gcd(step, value);
  step = absolute(step) || 1n;
  const shrink = (value: bigint) => value / step;
  const small = lifted.map((table) => table.map(shrink));
  const smallBoxes = liftedBoxes.map(shrink);
  const reservation = liftedReserve === undefined ? undefined : shrink(liftedReserve);
  let span = absolute(reservation ?? 0n);
  for (const table of small) span += largest(table);
  for (const value of smallBoxes) span += absolute(value);
  const common = gcd(step, denominator);
  return {
    tables: small,
    boxes: smallBoxes,
    unit: { num: step / common, den: denominator / common },
    reservation,
    span: 2n * span,
  };
}

function largest(values: readonly bigint[]): bigint {
  let most = 0n;
  for (const value of values) if (absolute(value) > most) most = absolute(value);
  return most;
}

function readExact(value: Exact): Rational {
  const read = parseExact(value);
  if (!read) throw new Error(`not a number after the check: ${value}`);
  return read;
}

interface ExactFactor {
  readonly scope: readonly number[];
  readonly values: bigint[];
}

function addUpTables(
  domain: PackageDomain,
  classes: readonly OptionClasses[],
  scaled: readonly ScaledParty[],
): ExactFactor[] {
  const P = domain.parties.length;
  const byScope = new Map<string, ExactFactor>();
  domain.parties.forEach((party, p) => {
    party.tables.forEach((table, t) => {
      // A constant is paid on any package: it is added to every option of the first issue.
      const scope = table.issues.length === 0 ? [0] : [...table.issues].sort((a, b) => a - b);
      const key = scope.join(",");
      let factor = byScope.get(key);
      if (!factor) {
        const cells = scope.reduce((n, i) => n * classes[i]!.representative.length, 1);
        factor = { scope, values: Array.from<bigint>({ length: cells * P }).fill(0n) };
        byScope.set(key, factor);
      }
      addTable(factor, P, p, table, scaled[p]!.tables[t]!, domain, classes);
    });
  });
  return [...byScope.values()].sort((a, b) => a.scope.length - b.scope.length || compareScopes(a.scope, b.scope));
}

function compareScopes(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
  return 0;
}

function addTable(
  factor: ExactFactor,
  P: number,
  p: number,
  table: UtilityTable,
  values: readonly bigint[],
  domain: PackageDomain,
  classes: readonly OptionClasses[],
): void {
  const given = table.issues.map((i) => domain.issues[i]!.options.length);
  const sizes = factor.scope.map((i) => classes[i]!.representative.length);
  const places = factor.scope.map((i) => table.issues.indexOf(i));
  const digits = Array.from<number>({ length: sizes.length }).fill(0);
  const cells = factor.values.length / P;
  for (let cell = 0; cell < cells; cell++) {
    let index = 0;
    for (let k = 0; k < given.length; k++) {
      const at = places.indexOf(k);
      index = index * given[k]! + classes[factor.scope[at]!]!.representative[digits[at]!]!;
    }
    factor.values[cell * P + p]! += values[index]!;
    for (let k = digits.length - 1; k >= 0; k--) {
      digits[k] = digits[k]! + 1;
      if (digits[k]! < sizes[k]!) break;
      digits[k] = 0;
    }
  }
}

interface ExactBox {
  readonly scope: readonly number[];
  readonly allowed: readonly Uint8Array[];
  readonly values: readonly bigint[];
}

/** A range of options is a set of classes: a class has either all or none of its options in it. */
function collectBoxes(
  domain: PackageDomain,
  classes: readonly OptionClasses[],
  scaled: readonly ScaledParty[],
): ExactBox[] {
  return domain.parties.flatMap((party, p) =>
    (party.boxes ?? []).map((box, b) => {
      const ranges = [...box.ranges].sort((x, y) => x.issue - y.issue);
      return {
        scope: ranges.map((range) => range.issue),
        allowed: ranges.map(({ issue, from, to }) => {
          const members = new Uint8Array(classes[issue]!.representative.length);
          for (let option = from; option <= to; option++) members[classes[issue]!.of[option]!] = 1;
          return members;
        }),
        values: domain.parties.map((_, q) => (q === p ? scaled[p]!.boxes[b]! : 0n)),
      };
    }),
  );
}

function boxTable(box: ExactBox, classes: readonly OptionClasses[], P: number): ExactFactor {
  const sizes = box.scope.map((i) => classes[i]!.representative.length);
  const cells = sizes.reduce((a, b) => a * b, 1);
  const values = Array.from<bigint>({ length: cells * P }).fill(0n);
  for (let cell = 0; cell < cells; cell++) {
    let rest = cell;
    let inside = true;
    for (let k = sizes.length - 1; k >= 0; k--) {
      if (box.allowed[k]![rest % sizes[k]!] === 0) inside = false;
      rest = Math.floor(rest / sizes[k]!);
    }
    if (inside) for (let p = 0; p < P; p++) values[cell * P + p] = box.values[p]!;
  }
  return { scope: box.scope, values };
}

function checkDomain(domain: PackageDomain): SpaceProblem[] {
  const problems: SpaceProblem[] = [];
  const add = (code: SpaceProblem["code"], message: string): void => {
    problems.push({ code, message });
  };
  if (domain.parties.length === 0) add("no-parties", "No party has a utility here: at least one is needed.");
  if (domain.issues.length === 0) add("no-issues", "There is no issue to settle: at least one is needed.");
  for (const issue of domain.issues)
    if (issue.options.length === 0) add("no-options", `Issue ${issue.id} has no options: give at least one.`);
  if (problems.length > 0) return problems;
  for (const party of domain.parties) {
    if (party.noAgreement !== undefined && !parseExact(party.noAgreement))
      add(
        "not-a-number",
        `Party ${party.id}: no agreement is "${party.noAgreement}", which is not a number below 10^290.`,
      );
    for (const [t, table] of party.tables.entries()) checkTable(domain, party.id, table, t, add);
    for (const box of party.boxes ?? []) {
      if (!parseExact(box.value))
        add("not-a-number", `Party ${party.id}: a box pays "${box.value}", which is not a number below 10^290.`);
      if (new Set(box.ranges.map((range) => range.issue)).size !== box.ranges.length)
        add("wrong-issue", `Party ${party.id}: a box names the same issue twice.`);
      for (const { issue, from, to } of box.ranges) {
        const options = domain.issues[issue]?.options.length;
        if (options === undefined)
          add("wrong-issue", `Party ${party.id}: a box names issue number ${issue}, which does not exist.`);
        else if (!(from >= 0 && from <= to && to < options))
          add(
            "wrong-length",
            `Party ${party.id}: a box asks for options ${from}..${to} of ${domain.issues[issue]!.id}, which has 0..${options - 1}.`,
          );
      }
    }
  }
  return problems;
}

function checkTable(
  domain: PackageDomain,
  party: string,
  table: UtilityTable,
  index: number,
  add: (code: SpaceProblem["code"], message: string) => void,
): void {
  const where = `Party ${party}, table ${index + 1}`;
  if (new Set(table.issues).size !== table.issues.length || table.issues.some((i) => !domain.issues[i])) {
    add("wrong-issue", `${where}: its issues must exist and differ from each other.`);
    return;
  }
  const cells = table.issues.reduce((n, i) => n * domain.issues[i]!.options.length, 1);
  if (cells * domain.parties.length > MAX_CELLS)
    add("too-large", `${where} has ${cells} cells: more than ${MAX_CELLS} for all parties together do not fit.`);
  else if (table.values.length !== cells)
    add("wrong-length", `${where} has ${table.values.length} values where its issues' options call for ${cells}.`);
  const bad = table.values.find((value) => !parseExact(value));
  if (bad !== undefined) add("not-a-number", `${where}: "${bad}" is not a number below 10^290.`);
}
