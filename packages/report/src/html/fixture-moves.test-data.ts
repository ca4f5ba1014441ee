/** The moves of the invented river conference. */
import type { Move } from "@demarche/core/brief";
import { cite, range, span, stated } from "./fixture-agenda.test-data.ts";

const move = (id: string, kind: Move["kind"], name: string, more: Partial<Move> = {}): Move => ({
  path: `moves/${id}`,
  id,
  kind,
  name,
  sources: cite("7"),
  ...more,
});

export const riverMoves: readonly Move[] = [
  move("sound-out-the-bank", "probe", "Sound out the Bank", {
    target: ["bank"],
    dates: span("2026-05-04", "2026-05-05"),
    signals: [
      {
        path: "moves/sound-out-the-bank/signals/warm",
        id: "warm",
        likelihood: {
          kind: "chance",
          chance: stated("moves/sound-out-the-bank/signals/warm", { kind: "word", word: "likely" }),
        },
      },
    ],
  }),
  move("win-the-bank", "court", "Win the Bank for the joint works", {
    target: ["bank"],
    dates: span("2026-05-06", "2026-05-08"),
    chance: stated("moves/win-the-bank/chance", range(20, 50)),
    signals: "success",
  }),
  move("hint-tolls", "offer", "Let Merova see what tolls could buy", {
    target: ["merova"],
    link: "tolls-for-water",
    dates: span("2026-05-20", "2026-05-29"),
  }),
  move("press-corvia", "press", "Press Corvia on the dry years", {
    target: ["corvia"],
    issues: ["low-water-release"],
    forum: "conference",
    dates: span("2026-06-01", "2026-06-03"),
  }),
  move("raise-salmon", "publicise", "Raise the salmon before the papers", {
    public: true,
    worth: stated("moves/raise-salmon/worth", range(1, 3)),
    audience: { papers: stated("moves/raise-salmon/audience/papers", range(0, 2)) },
  }),
  move("keep-floods-low", "conceal", "Keep our care about floods out of sight", { issues: ["flood-data"] }),
];
