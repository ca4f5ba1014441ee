/** Settlement of one item by itself, before one forum, in one world (MODEL.md §4). */
import type { ModelForum } from "../model/model.ts";
import { why } from "../model/state.ts";
import { acceptanceSet, anyAcceptable, refusers } from "./acceptance.ts";
import { integrateResidual, keepersByBounds, keepersOff } from "./admission.ts";
import { compromise } from "./compromise.ts";
import { median } from "./median.ts";
import { nash } from "./nash.ts";
import type { Setting } from "./setting.ts";
import type { Table } from "./table.ts";
import { veto } from "./veto.ts";

/** What became of an item. `option` is agreed where `ended` is `why.agreed`; bits are by seat. */
export interface Outcome {
  option: number;
  ended: number;
  admitted: number;
  refusers: number;
  keepers: number;
  /** Options open to agreement, by the acceptance set that stands in the table. */
  open: number;
}
export const createOutcome = (): Outcome => ({
  option: -1,
  ended: why.notReached,
  admitted: 0,
  refusers: 0,
  keepers: 0,
  open: 0,
});

function end(outcome: Outcome, reason: number): void {
  outcome.option = -1;
  outcome.ended = reason;
}

/** The pick of the outcome model over `table.accepted`; -1 none. */
export function pickOption(setting: Setting, table: Table, forumIndex: number): number {
  const forum = setting.model.forums[forumIndex]!;
  const luck = setting.inputs[setting.base + table.item.tie]!;
  switch (setting.outcomeModel) {
    case "compromise":
      return compromise(setting, table, forumIndex, luck);
    case "median":
      return median(table, forum, luck);
    case "nash":
      return nash(table, forum, luck);
    case "veto":
      return veto(table, forum, setting.ballot.accepts, luck);
  }
}

/** Competence and admission of an item whose table is filled. Leaves the acceptance set in the table; true when the item is before the forum. */
export function comesBefore(
  setting: Setting,
  table: Table,
  itemIndex: number,
  forumIndex: number,
  keepers: readonly number[],
  outcome: Outcome,
): boolean {
  const { model, inputs, base } = setting;
  const item = table.item;
  const forum = model.forums[forumIndex]!;
  outcome.admitted = 0;
  outcome.keepers = 0;
  outcome.refusers = 0;
  const needs = needsOf(forum, itemIndex);
  if (!isCompetent(setting, forum, itemIndex) || !needs.every((party) => anyAcceptable(table, party))) {
    end(outcome, why.noCompetence);
    return false;
  }
  const open = acceptanceSet(table, forum, needs, setting.ballot);
  outcome.open = open;
  let admitted = true;
  if (forum.adopted !== undefined) admitted = forum.adopted.has(itemIndex);
  else {
    let chance = item.admission === undefined ? -1 : inputs[base + item.admission.chance]!;
    if (chance < 0) {
      if (keepers.length > 0) {
        const gateShare = inputs[base + model.method.gateShare]!;
        const isUsual = setting.outcomeModel === "compromise";
        outcome.keepers = isUsual ? keepersByBounds(table, keepers, open, gateShare, inputs, base) : -1;
        if (outcome.keepers === -1) {
          if (isUsual) integrateResidual(table, forum);
          else pointMass(setting, table, forumIndex, needs);
          outcome.keepers = keepersOff(table, keepers, open, gateShare, inputs, base);
        }
      }
      chance = outcome.keepers === 0 ? 100 : 0;
    }
    if (!Number.isNaN(setting.admissionSet)) chance += setting.admissionPull * (setting.admissionSet - chance);
    chance += setting.admissionShift;
    admitted =
      chance >= 100 || (chance > 0 && inputs[base + (item.admission?.luck ?? item.admissionLuck)]! * 100 < chance);
    if (admitted) outcome.keepers = 0;
  }
  if (!admitted) {
    end(outcome, why.notAdmitted);
    return false;
  }
  outcome.admitted = 1;
  return true;
}

function pointMass(setting: Setting, table: Table, forumIndex: number, needs: readonly number[]): void {
  table.spread.fill(0);
  const pick = pickOption(setting, table, forumIndex);
  if (pick >= 0) table.spread[pick] = 1;
  acceptanceSet(table, setting.model.forums[forumIndex]!, needs, setting.ballot);
}

const nobody: readonly number[] = [];

export function needsOf(forum: ModelForum, itemIndex: number): readonly number[] {
  return forum.competence?.get(itemIndex)?.needs ?? nobody;
}

function isCompetent(setting: Setting, forum: ModelForum, itemIndex: number): boolean {
  if (forum.competence === undefined) return true;
  const entry = forum.competence.get(itemIndex);
  if (entry === undefined) return false;
  return setting.inputs[setting.base + entry.luck]! * 100 < setting.inputs[setting.base + entry.chance]!;
}

/** Settles an item that comes before its forum, whose acceptance set stands in the table: outcome model, confirmation elsewhere. */
export function settleAlone(
  setting: Setting,
  table: Table,
  itemIndex: number,
  forumIndex: number,
  outcome: Outcome,
): void {
  const { model } = setting;
  const item = table.item;
  const forum = model.forums[forumIndex]!;
  if (outcome.open === 0) {
    outcome.refusers = refusers(table, forum, needsOf(forum, itemIndex), setting.ballot);
    end(outcome, why.refused);
    return;
  }
  const option = pickOption(setting, table, forumIndex);
  if (option < 0 || option === item.otherwise) {
    end(outcome, why.notReached);
    return;
  }
  for (const next of item.confirmedIn) {
    if (next === forumIndex) continue;
    const confirming = model.forums[next]!;
    acceptanceSet(table, confirming, needsOf(confirming, itemIndex), setting.ballot);
    if (table.accepted[option] === 1) continue;
    outcome.refusers = refusers(table, confirming, needsOf(confirming, itemIndex), setting.ballot);
    end(outcome, why.refused);
    return;
  }
  outcome.option = option;
  outcome.ended = why.agreed;
}
