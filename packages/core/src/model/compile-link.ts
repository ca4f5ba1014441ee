/** Links: bundles, offers, dependences; and beliefs about us. */
import type { Condition, Link } from "../brief/brief.ts";
import { mostPackages } from "../settle/package.ts";
import { compileCondition, factsIn } from "./compile-condition.ts";
import { quantityDistribution, scalePoints, unlimited } from "./distributions.ts";
import type { ModelBelief, ModelBundle, ModelDependence, ModelOffer, Predicate } from "./model.ts";
import { itemsNamed, type Names, namesOfParties, optionIndex } from "./names.ts";

export function compileBundles(names: Names): ModelBundle[] {
  return names.brief.links.flatMap((link) => {
    if (link.kind !== "bundle") return [];
    const items = link.issues.flatMap((id) => itemsNamed(names, id));
    const packages = items.reduce((product, item) => product * names.issues[item]!.options.length, 1);
    if (packages > mostPackages)
      names.problems.push({
        code: "bundle-too-large",
        path: link.path,
        message: `the bundle '${link.id}' has ${packages.toLocaleString("en")} packages; a roll-out takes at most ${mostPackages.toLocaleString("en")}`,
        hint: "bundle fewer issues, or merge options that nobody would tell apart; `demarche packages` takes any size",
      });
    return [{ id: link.id, items }];
  });
}

export function compileOffers(names: Names): ModelOffer[] {
  return names.brief.links.flatMap((link) => (link.kind === "offer" ? [compileOffer(names, link)] : []));
}

function compileOffer(names: Names, link: Extract<Link, { kind: "offer" }>): ModelOffer {
  const gives = Object.entries(link.offer).flatMap(([issue, option]) =>
    itemsNamed(names, issue).map((item) => ({ item, option: optionIndex(names.issues[item]!, option) })),
  );
  const { wants, rest } = splitWants(names, link.if);
  const targets = link.target === undefined ? names.brief.parties.map((_, k) => k) : namesOfParties(names, link.target);
  return {
    id: link.id,
    path: link.path,
    gives,
    wants,
    condition: rest,
    targets: targets.filter((party) => party !== names.us),
  };
}

/** What we want in turn are the facts "ISSUE is OPTION [or better]" of a conjunction; all else must simply hold. */
function splitWants(
  names: Names,
  condition: Condition | undefined,
): { wants: ModelOffer["wants"]; rest: Predicate | undefined } {
  if (condition === undefined) return { wants: [], rest: undefined };
  const parts = condition.op === "and" ? condition.parts : [condition];
  const wants: ModelOffer["wants"][number][] = [];
  const rest: Predicate[] = [];
  for (const part of parts) {
    if (part.op === "fact" && part.fact === "is" && !part.negated)
      for (const item of itemsNamed(names, part.issue))
        wants.push({ item, option: optionIndex(names.issues[item]!, part.option), orBetter: part.orBetter });
    else rest.push(compileCondition(names, part));
  }
  return { wants, rest: rest.length === 0 ? undefined : (state) => rest.every((holds) => holds(state)) };
}

export function compileDependences(names: Names): ModelDependence[] {
  return names.brief.links.flatMap((link) => {
    if (link.kind !== "depends") return [];
    if (link.table === undefined) {
      names.notPriced.push({
        path: link.path,
        what: link.name ?? link.id,
        why: "the values that do not add are not given",
      });
      return [];
    }
    const rows = link.table.map((row, k) => ({
      if: compileCondition(names, row.if),
      worth: Object.entries(row.worth).flatMap(([id, stated]) => {
        const party = names.party.get(id)!;
        const what = `what ${link.name ?? link.id} is worth to ${names.brief.parties[party]!.name ?? id}`;
        const d = quantityDistribution(stated.value, unlimited);
        if (d === undefined) {
          names.notPriced.push({ path: stated.path, what, why: "it is given as unknown" });
          return [];
        }
        return [
          {
            party,
            points: names.inputs.add({
              kind: "dependence",
              id: `${link.id} ${k} ${id}`,
              group: "rules",
              distribution: d,
              path: stated.path,
              what,
              given: true,
            }),
          },
        ];
      }),
    }));
    const asked = link.table.flatMap((row) =>
      factsIn(row.if).flatMap((fact) =>
        fact.fact === "is" || fact.fact === "item" ? itemsNamed(names, fact.issue) : [],
      ),
    );
    const itemsOnly = link.table.every((row) =>
      factsIn(row.if).every((fact) => fact.fact === "is" || (fact.fact === "item" && fact.state !== "admitted")),
    );
    return [{ id: link.id, items: [...new Set(asked)], itemsOnly, rows }];
  });
}

export function compileBeliefs(names: Names): ModelBelief[] {
  return names.brief.beliefs.map((belief) => {
    const stated = belief.salience;
    const d = stated === undefined ? undefined : quantityDistribution(stated.value, scalePoints);
    return {
      by: namesOfParties(names, belief.by),
      about: names.party.get(belief.about) ?? -1,
      items: (belief.issues ?? names.issues.map((issue) => issue.id)).flatMap((id) => itemsNamed(names, id)),
      salience:
        stated === undefined
          ? undefined
          : names.inputs.add({
              kind: "belief",
              id: belief.id,
              group: "positions",
              distribution: d ?? { kind: "uniform", low: 0, high: 100 },
              path: stated.path,
              what: `how much ${belief.by.join(", ")} believe we care`,
              unknown: d === undefined,
              given: d !== undefined,
            }),
    };
  });
}
