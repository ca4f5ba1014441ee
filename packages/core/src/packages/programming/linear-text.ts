/** A space as a mixed-integer programme in CPLEX LP text: one binary per option, tables by the local polytope, boxes by their sides ([P24]). */
import type { BoxFactor, Factor, Space } from "../space.ts";

export interface Programme {
  /** Rows and bounds that every question shares. */
  readonly rows: readonly string[];
  readonly bounds: readonly string[];
  readonly binaries: readonly string[];
  /** Per party: terms of its utility. */
  readonly utility: readonly (readonly Term[])[];
}
export interface Term {
  readonly name: string;
  readonly factor: number;
}

export const optionName = (issue: number, option: number): string => `x${issue}_${option}`;

export function writeProgramme(space: Space): Programme {
  const P = space.parties.length;
  const rows: string[] = [];
  const bounds: string[] = [];
  const utility: Term[][] = space.parties.map(() => []);
  const pay = (name: string, values: Float64Array, start: number): void => {
    for (let p = 0; p < P; p++) if (values[start + p] !== 0) utility[p]!.push({ name, factor: values[start + p]! });
  };
  space.sizes.forEach((size, i) => {
    rows.push(`${listNames(i, size).join(" + ")} = 1`);
  });
  for (const [f, factor] of space.factors.entries()) {
    if (factor.scope.length === 1)
      for (let o = 0; o < space.sizes[factor.scope[0]!]!; o++)
        pay(optionName(factor.scope[0]!, o), factor.values, o * P);
    else addTable(space, factor, `y${f}_`, rows, bounds, pay);
  }
  for (const [b, box] of space.boxes.entries()) addBox(box, `b${b}`, rows, bounds, pay);
  const binaries = Array.from(space.sizes).flatMap((size, i) => listNames(i, size));
  return { rows, bounds, binaries, utility };
}

const listNames = (issue: number, size: number): string[] =>
  Array.from({ length: size }, (_, o) => optionName(issue, o));
type Pay = (name: string, values: Float64Array, start: number) => void;

/** One share per cell; the cells of an option add up to that option's binary. */
function addTable(
  space: Space,
  { scope, values }: Factor,
  prefix: string,
  rows: string[],
  bounds: string[],
  pay: Pay,
): void {
  const P = space.parties.length;
  const cells = values.length / P;
  const byOption = scope.map((issue) => Array.from({ length: space.sizes[issue]! }, () => [] as string[]));
  for (let cell = 0; cell < cells; cell++) {
    const name = `${prefix}${cell}`;
    bounds.push(`0 <= ${name} <= 1`);
    pay(name, values, cell * P);
    let rest = cell;
    for (let k = scope.length - 1; k >= 0; k--) {
      const size = space.sizes[scope[k]!]!;
      byOption[k]![rest % size]!.push(name);
      rest = Math.floor(rest / size);
    }
  }
  byOption.forEach((options, k) => {
    options.forEach((names, o) => {
      rows.push(`${names.join(" + ")} - ${optionName(scope[k]!, o)} = 0`);
    });
  });
}

/** Paid at most where every side holds; where it costs anyone, also at least there. */
function addBox({ scope, allowed, values }: BoxFactor, name: string, rows: string[], bounds: string[], pay: Pay): void {
  bounds.push(`0 <= ${name} <= 1`);
  pay(name, values, 0);
  const sides = scope.map((issue, k) =>
    Array.from(allowed[k]!).flatMap((yes, o) => (yes === 1 ? [optionName(issue, o)] : [])),
  );
  for (const side of sides) rows.push(`${name} - ${side.join(" - ")} <= 0`);
  if (values.some((value) => value < 0)) rows.push(`${name} - ${sides.flat().join(" - ")} >= ${1 - scope.length}`);
}

export const writeTerms = (terms: readonly Term[]): string =>
  terms.length === 0
    ? "0 x0_0"
    : terms.map(({ name, factor }) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`).join(" ");

/** Several parties' terms as one sum: LP text must not name a variable twice in a row. */
export function addTerms(lists: readonly (readonly Term[])[]): readonly Term[] {
  const total = new Map<string, number>();
  for (const { name, factor } of lists.flat()) total.set(name, (total.get(name) ?? 0) + factor);
  return Array.from(total, ([name, factor]) => ({ name, factor })).filter(({ factor }) => factor !== 0);
}
