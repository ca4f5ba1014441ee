/** The best plan of the invented river conference: it branches twice, leaves moves out and adds one; figures made up, sums right. */
import type { ItemFinding } from "@demarche/core/run";
import type { BestPlan, ChoiceFinding, PlanTree } from "@demarche/core/search";
import { branch, doing } from "./fixture.test-data.ts";
import { when } from "./fixture-agenda.test-data.ts";
import { points } from "./fixture-items.test-data.ts";

const nothingMore = (share: number): PlanTree => ({ share, branches: [] });
const act = (
  move: string,
  share: number,
  why: ChoiceFinding,
  branches: PlanTree["branches"] = [{ on: "", next: nothingMore(share) }],
): PlanTree => ({ move, share, why, branches });
const why = (value: number, half: number, more: Partial<ChoiceFinding> = {}): ChoiceFinding => ({
  worth: points(value, half),
  instead: [],
  turns: [],
  ...more,
});

const bankTree = act(
  "sound-out-the-bank",
  1,
  why(1.4, 0.3, {
    instead: ["win-the-bank", "press-corvia"],
    turns: [{ assumption: "ministry-holds", at: 62, now: 78 }],
  }),
  [
    {
      on: "sound-out-the-bank is warm",
      next: act(
        "win-the-bank",
        0.62,
        why(3.1, 0.5, { instead: ["press-corvia"], turns: [{ assumption: "gauges-agreed", at: 33, now: 31 }] }),
        [
          { on: "win-the-bank worked", next: nothingMore(0.22) },
          { on: "else", next: act("press-corvia", 0.4, why(0.1, 0.3)) },
        ],
      ),
    },
    { on: "else", next: nothingMore(0.38) },
  ],
);

export const riverBest = (items: readonly ItemFinding[]): BestPlan => ({
  worlds: { searched: 2000, pruned: 1000, valued: 1000 },
  nodes: 4312,
  found: 6.6,
  bound: 6.9,
  steps: [
    doing("best plan", "sound-out-the-bank"),
    branch(
      "best plan",
      when({ fact: "signal", move: "sound-out-the-bank", signal: "warm", negated: false }),
      [
        doing("best plan", "win-the-bank"),
        branch(
          "best plan",
          { op: "not", part: when({ fact: "move", move: "win-the-bank", state: "worked" }) },
          [doing("best plan", "press-corvia")],
          [],
        ),
      ],
      [],
    ),
    doing("best plan", "raise-salmon"),
  ],
  text: `plan:
  - sound-out-the-bank
  - if: sound-out-the-bank is warm
    then:
      - win-the-bank
      - if: not win-the-bank worked
        then:
          - press-corvia
  - raise-salmon
`,
  value: points(54.7),
  overNone: points(6.5, 0.3),
  overAsWritten: points(2.1, 0.2),
  recommended: true,
  items: items.map(({ id, ask, rungs, worse, none }) =>
    id === "dredging"
      ? {
          id,
          ask: ask.chance + 0.12,
          rungs: rungs.map((rung) => ({ id: rung.id, chance: rung.chance })),
          worse: worse.chance,
          none: none.chance - 0.12,
        }
      : {
          id,
          ask: ask.chance,
          rungs: rungs.map((rung) => ({ id: rung.id, chance: rung.chance })),
          worse: worse.chance,
          none: none.chance,
        },
  ),
  parts: [
    {
      moves: ["sound-out-the-bank", "win-the-bank", "press-corvia"],
      items: ["dredging", "low-water-release"],
      overNone: points(3.6),
      overAsWritten: points(1.9, 0.3),
      found: 3.7,
      bound: 4,
      added: [],
      dropped: [],
      tree: bankTree,
    },
    {
      moves: ["raise-salmon"],
      items: [],
      overNone: points(2.9, 0),
      overAsWritten: points(0, 0),
      found: 2.9,
      bound: 2.9,
      added: [],
      dropped: [],
      tree: act("raise-salmon", 1, why(2.9, 0)),
    },
    {
      moves: ["hint-tolls"],
      items: ["tolls"],
      overNone: points(0, 0),
      overAsWritten: points(0.1, 0.05),
      found: 0,
      bound: 0,
      added: [],
      dropped: ["hint-tolls"],
      tree: nothingMore(1),
    },
  ],
  leftOut: [
    { move: "keep-floods-low", why: '"Keep our care about floods out of sight" is refused by the brief itself.' },
  ],
});
