/** Further requirements, and the quota that each has. */
import type { Json } from "../../conflict/json-source.ts";
import { type Fraction, fraction } from "../fraction.ts";
import type { Report, RulePath } from "../problem.ts";
import { type Quota, readQuota } from "./quota.ts";
import { isObject, type JsonObject, readByMember } from "./shape.ts";

type Demand = (quota: Quota, at: RulePath, weights: readonly Fraction[] | undefined, name?: string) => void;

export function readMajorities(
  value: Json | undefined,
  path: RulePath,
  places: ReadonlyMap<string, number>,
  report: Report,
  demand: Demand,
): void {
  if (value === undefined) return;
  if (!Array.isArray(value)) {
    report("forum-shape", path, '"majorities" is not a list.', 'Write [{"weights": {…}, "quota": …}].');
    return;
  }
  const list = value as readonly Json[];
  if (list.length === 0)
    report("forum-no-quota", path, "The list of majorities is empty.", "Give one, or leave the word out.");
  list.forEach((each, m) => {
    const at = [...path, m];
    if (!isObject(each)) {
      report("forum-shape", at, "A majority is an object.", 'Write {"weights": {…}, "quota": …}.');
      return;
    }
    for (const key of Object.keys(each).filter((word) => !["name", "weights", "quota"].includes(word))) {
      report("forum-unknown-word", [...at, key], `A majority has no "${key}".`, "It may have name, weights, quota.");
    }
    if (each["quota"] === undefined) {
      report("forum-no-quota", at, "This majority has no quota.", 'Add "quota": a number, "majority", "65%" …');
      return;
    }
    const quota = checkQuota(each["quota"], [...at, "quota"], report);
    const weights =
      each["weights"] === undefined
        ? undefined
        : readByMember(each["weights"], [...at, "weights"], places, "The weight", report);
    if (weights !== undefined) {
      const missing = [...places.keys()].filter((_, k) => weights[k] === undefined);
      if (missing.length > 0 && isObject(each["weights"])) {
        const names = missing.filter((name) => !Object.hasOwn(each["weights"] as JsonObject, name));
        if (names.length > 0) {
          report(
            "forum-missing-number",
            [...at, "weights"],
            `No weight for ${names.slice(0, 5).join(", ")}.`,
            "Give every member one, if need be 0.",
          );
        }
      }
    }
    if (quota === undefined || (each["weights"] !== undefined && weights === undefined)) return;
    demand(
      quota,
      [...at, "quota"],
      weights?.map((weight) => weight ?? fraction(0n, 1n)),
      typeof each["name"] === "string" ? each["name"] : undefined,
    );
  });
}

export function checkQuota(value: Json, path: RulePath, report: Report): Quota | undefined {
  const quota = readQuota(value);
  if (quota === undefined) {
    report(
      "forum-bad-quota",
      path,
      `${JSON.stringify(value)} is no quota.`,
      'Give a number of votes (12), or a text: "majority", "2/3", "65%", "more than 3/5", "consensus".',
    );
  }
  return quota;
}
