/**
 * A slow, literal reading of MODEL.md §4 for one item settled by itself, for tests. It shares no code with settle/: numbers
 * come in by the names they have in the brief, sets are sets, and everything is asked for anew.
 */
import { mirroredResiduals } from "../worlds/index.ts";

export interface OracleRule {
  /** Least weight, or more than it. */
  readonly quota: number;
  readonly strict: boolean;
  readonly weights: ReadonlyMap<string, number>;
  readonly vetoes: readonly string[];
  readonly and?: OracleRule;
}
export interface OracleItem {
  readonly ordered: boolean;
  readonly exponent: number;
  readonly options: readonly string[];
  readonly at: ReadonlyMap<string, number>;
  /** An option, or what each party's state without agreement is worth to it. */
  readonly otherwise: string | ReadonlyMap<string, number>;
  readonly members: readonly string[];
  readonly rule: OracleRule;
  readonly needs: readonly string[];
  readonly competent: boolean;
  readonly broken: boolean;
  readonly us: string;
  readonly proposers: readonly string[];
  readonly gatekeepers: readonly string[];
  /** Thirds with a position on it, and their friends. */
  readonly thirds: ReadonlyMap<string, readonly string[]>;
  /** Typed: admitted or not, by its draw. */
  readonly typedAdmission: boolean | undefined;
  readonly gateShare: number;
  readonly party: ReadonlyMap<string, OracleParty>;
  /** Residual of the item, or of an option on a choice. */
  readonly residual: (option: string) => number;
  readonly tieLuck: number;
  readonly outcomeModel: "compromise" | "median" | "nash" | "veto";
}
export interface OracleParty {
  readonly ideal: number;
  readonly values: ReadonlyMap<string, number>;
  readonly salience: number;
  readonly influence: number;
  readonly cost: number;
  /** A place, or an option on a choice. */
  readonly bottomLine: number | string | undefined;
  readonly redLines: readonly string[];
  readonly discussing: number;
}
export interface OracleOutcome {
  readonly ended: string;
  readonly option: string | undefined;
  readonly admitted: boolean;
  readonly refusers: readonly string[];
  readonly keepers: readonly string[];
  /** How close the nearest call was; below a hair's breadth the engine may round the other way. */
  readonly margin: number;
}

const power = (x: number, exponent: number): number => (x === 0 ? 0 : Math.exp(exponent * Math.log(x)));

export function settleLiterally(item: OracleItem): OracleOutcome {
  let margin = Number.POSITIVE_INFINITY;
  const atLeast = (a: number, b: number): boolean => {
    if (Math.abs(a - b) > 1e-9) margin = Math.min(margin, Math.abs(a - b));
    return a >= b - 1e-9;
  };
  const person = (p: string): OracleParty => item.party.get(p)!;
  const valueOfPlace = (p: string, place: number): number =>
    100 * (1 - power(Math.abs(place - person(p).ideal) / 100, item.exponent));
  const value = (p: string, option: string): number =>
    item.ordered ? valueOfPlace(p, item.at.get(option)!) : person(p).values.get(option)!;
  const without = (p: string): number =>
    typeof item.otherwise === "string" ? value(p, item.otherwise) : item.otherwise.get(p)!;
  const limit = (p: string): number => {
    const { bottomLine, cost } = person(p);
    if (typeof bottomLine === "number") return valueOfPlace(p, bottomLine);
    if (typeof bottomLine === "string") return value(p, bottomLine);
    return p === item.us ? without(p) : without(p) - cost;
  };
  const consents = (p: string, option: string): boolean =>
    !person(p).redLines.includes(option) && atLeast(value(p, option), limit(p));
  const wins = (rule: OracleRule, yes: readonly string[]): boolean => {
    if (!rule.vetoes.every((p) => yes.includes(p))) return false;
    const weight = yes.reduce((sum, p) => sum + rule.weights.get(p)!, 0);
    if (rule.strict ? weight <= rule.quota + 1e-9 : weight < rule.quota - 1e-9) return false;
    return rule.and === undefined || wins(rule.and, yes);
  };
  /** Accepted by a winning coalition and all needed, were `pretending` to consent. */
  const passes = (option: string, pretending?: string): boolean => {
    const yes = (p: string) => p === pretending || consents(p, option);
    return wins(item.rule, item.members.filter(yes)) && item.needs.every(yes);
  };
  const nothing = (ended: string, more: Partial<OracleOutcome> = {}): OracleOutcome => ({
    ended,
    option: undefined,
    admitted: false,
    refusers: [],
    keepers: [],
    margin,
    ...more,
  });
  const changes = item.options.filter((o) => o !== item.otherwise);

  // Competence.
  if (!item.competent) return nothing("noCompetence");
  if (!item.needs.every((p) => changes.some((o) => consents(p, o)))) return nothing("noCompetence");

  const accepted = item.options.filter((o) => passes(o));
  const open = accepted.some((o) => o !== item.otherwise);
  const weightOf = (p: string) => person(p).salience * person(p).influence;
  const total = item.members.reduce((sum, p) => sum + weightOf(p), 0);
  const weigh = (p: string): number => (total > 0 ? weightOf(p) / total : 1 / item.members.length);
  const mean = (option: string): number => {
    if (item.ordered) return item.members.reduce((sum, p) => sum + weigh(p) * person(p).ideal, 0);
    return item.members.reduce((sum, p) => {
      const best = Math.max(...item.options.map((o) => value(p, o)));
      const favourites = item.options.filter((o) => value(p, o) === best);
      return sum + (favourites.includes(option) ? (100 * weigh(p)) / favourites.length : 0);
    }, 0);
  };
  const clip = (x: number) => Math.min(100, Math.max(0, x));
  /** Least of a list; those equal are told apart by the tie rule. */
  const leastOf = (list: readonly string[], badness: (o: string) => number): string | undefined => {
    if (list.length === 0) return undefined;
    const least = Math.min(...list.map(badness));
    for (const o of list) if (badness(o) > least + 1e-9) margin = Math.min(margin, badness(o) - least);
    let tied = list.filter((o) => badness(o) <= least + 1e-9);
    const narrow = (by: (o: string) => number) => {
      const best = Math.min(...tied.map(by));
      tied = tied.filter((o) => by(o) <= best + 1e-9);
    };
    const { otherwise } = item;
    if (typeof otherwise === "string")
      narrow((o) => (item.ordered ? Math.abs(item.at.get(o)! - item.at.get(otherwise)!) : o === otherwise ? 0 : 1));
    narrow((o) => -item.members.reduce((sum, p) => sum + weightOf(p) * value(p, o), 0));
    const byName = [...tied].sort();
    return item.tieLuck < 0.5 ? byName[0] : byName[byName.length - 1];
  };
  const medianPlace = (): number => {
    const some = item.members.some((p) => weightOf(p) > 0);
    const heard = some ? item.members.filter((p) => weightOf(p) > 0) : item.members;
    const w = (p: string) => (some ? weightOf(p) : 1);
    const all = heard.reduce((sum, p) => sum + w(p), 0);
    const upTo = (x: number) => heard.filter((p) => person(p).ideal <= x).reduce((sum, p) => sum + w(p), 0);
    const from = (x: number) => heard.filter((p) => person(p).ideal >= x).reduce((sum, p) => sum + w(p), 0);
    const medians = heard
      .map((p) => person(p).ideal)
      .filter((x) => upTo(x) >= all / 2 - 1e-9 && from(x) >= all / 2 - 1e-9);
    return (Math.min(...medians) + Math.max(...medians)) / 2;
  };
  const pickWith = (residual: (o: string) => number): string | undefined => {
    switch (item.outcomeModel) {
      case "compromise":
        return item.ordered
          ? leastOf(accepted, (o) => Math.abs(item.at.get(o)! - clip(mean(o) + residual(o))))
          : leastOf(accepted, (o) => -(mean(o) + residual(o)));
      case "median":
        return item.ordered
          ? leastOf(accepted, (o) => Math.abs(item.at.get(o)! - medianPlace()))
          : leastOf(accepted, (o) => -mean(o));
      case "nash":
        return leastOf(accepted, (o) =>
          item.members.reduce(
            (sum, p) => sum - person(p).influence * Math.log(Math.max(1e-9, value(p, o) - without(p) + person(p).cost)),
            0,
          ),
        );
      case "veto": {
        const setter = item.members.find((p) => item.proposers.includes(p)) ?? item.members[0]!;
        const winSet = accepted.filter((o) =>
          wins(
            item.rule,
            item.members.filter((p) => atLeast(value(p, o), without(p))),
          ),
        );
        return leastOf(winSet, (o) => -value(setter, o));
      }
    }
  };

  // Admission.
  let keepers: string[] = [];
  if (item.typedAdmission === undefined) {
    const formal = item.gatekeepers.filter((p) => !item.proposers.includes(p));
    const thirds = [...item.thirds].flatMap(([p, friends]) =>
      !item.members.includes(p) && !item.proposers.includes(p) && friends.some((f) => formal.includes(f)) ? [p] : [],
    );
    let chances: number[] | undefined;
    /** Share of residuals, each option its own, at which this option stands highest; of ties, half. */
    const winsOutright = (o: string): number => {
      const others = accepted.filter((other) => other !== o).map((other) => mean(o) - mean(other));
      const stand = (over: number): number =>
        mirroredResiduals.reduce((n, r) => n + (r < over ? 1 : r === over ? 0.5 : 0), 0) / mirroredResiduals.length;
      const each = mirroredResiduals.map((e) => others.reduce((product, ahead) => product * stand(ahead + e), 1));
      return each.reduce((sum, share) => sum + share, 0) / mirroredResiduals.length;
    };
    const expected = (p: string): number => {
      if (!open) return without(p) - person(p).cost;
      const worth = (o: string | undefined) => (o === undefined ? without(p) : value(p, o));
      if (item.outcomeModel !== "compromise") return worth(pickWith(() => 0));
      if (!item.ordered) {
        chances ??= accepted.map(winsOutright);
        return accepted.reduce((sum, o, k) => sum + chances![k]! * value(p, o), 0);
      }
      let sum = 0;
      for (const e of mirroredResiduals) {
        const place = mean("") + e;
        const away = (o: string) => Math.abs(item.at.get(o)! - clip(place));
        const least = Math.min(...accepted.map(away));
        const near = accepted.filter((o) => away(o) <= least + 1e-9);
        // Halfway between two: half each.
        const places = [...new Set(near.map((o) => item.at.get(o)!))];
        for (const x of places) sum += valueOfPlace(p, x) / places.length / mirroredResiduals.length;
      }
      return sum;
    };
    for (const p of [...formal, ...thirds]) {
      const gain = expected(p) + person(p).discussing - (without(p) - item.gateShare * person(p).cost);
      // The engine integrates choices to a point or two.
      if (Math.abs(gain) < (item.ordered ? 1e-6 : 3)) margin = 0;
      if (gain < 0) keepers.push(p);
    }
    keepers = [...new Set(keepers)];
    if (keepers.length > 0) return nothing("notAdmitted", { keepers });
  } else if (!item.typedAdmission) return nothing("notAdmitted");

  // Breakdown, acceptance, outcome.
  const admitted = { admitted: true };
  if (item.broken) return nothing("brokeDown", admitted);
  if (!open) {
    const refusers = [...new Set([...item.members, ...item.needs])].filter((p) => changes.some((o) => passes(o, p)));
    return nothing("refused", { ...admitted, refusers });
  }
  const pick = pickWith(item.residual);
  if (pick === undefined || pick === item.otherwise) return nothing("notReached", { ...admitted, margin });
  return { ended: "agreed", option: pick, admitted: true, refusers: [], keepers: [], margin };
}
