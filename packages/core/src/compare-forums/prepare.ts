/** The issues with more than one forum, and a model in which all of these forums' members have a seat at them. */
import type { Brief, Id } from "../brief/brief.ts";
import { compile } from "../model/compile.ts";
import type { Model } from "../model/model.ts";
import { type Candidates, candidatesFor } from "./candidates.ts";

export interface ForumQuestion {
  /** Issues looked at (all with more than one forum). Unknown ids are the caller's to refuse. */
  readonly issues?: readonly Id[];
  /** Further forums, for every issue looked at. */
  readonly forums?: readonly Id[];
}
export interface Comparing {
  readonly model: Model;
  readonly questions: readonly Candidates[];
  /** The brief with other moves, as a model with the same seats. */
  readonly recompile: (brief: Brief) => Model;
}

/** `model` is the brief's. Without anything to compare it is returned as it is. */
export function prepareComparison(brief: Brief, model: Model, question: ForumQuestion = {}): Comparing {
  const { issues, forums } = question;
  const questions = model.items.flatMap((item, index) => {
    if (issues !== undefined && !issues.includes(item.id) && !issues.includes(item.instanceOf ?? item.id)) return [];
    const found = candidatesFor(brief, model, index, forums);
    return found.forums.length > 1 || issues !== undefined ? [found] : [];
  });
  const unseated = questions.some(({ item, forums: list }) =>
    list.some(({ forum }) => model.forums[forum]!.members.some((party) => model.items[item]!.seatOf[party]! < 0)),
  );
  const ofIssue = new Map(
    questions.map(({ item, forums: list }) => [
      model.items[item]!.id,
      list.map(({ forum }) => model.forums[forum]!.id),
    ]),
  );
  const recompile = (changed: Brief): Model => {
    const { model: seated } = compile(changed, unseated ? (issue) => ofIssue.get(issue) ?? [] : undefined);
    if (seated === undefined) throw new Error("a brief that compiles no longer does with more seats or moves");
    return seated;
  };
  return { model: unseated ? recompile(brief) : model, questions, recompile };
}
