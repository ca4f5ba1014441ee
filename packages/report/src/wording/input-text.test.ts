import { readBrief } from "@demarche/core/brief";
import { expect, it } from "vitest";
import { indexBrief } from "./brief-index.ts";
import { inputInside, inputText, messageText } from "./input-text.ts";

const { brief } = readBrief(
  `demarche: 1
us: a
parties: { a: Alpha, states: Northern States, b: { name: "Beta (Port, Quay)" } }
forums: { table: { members: [a, states, b], dates: 2030-03-01..2030-03-02 } }
forum: table
agenda:
  - issue: lease
    name: The lease
    options: [joint-panel, state-court]
    otherwise: state-court
    positions: { a: { salience: 50 } }
  - issue: night-lease
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { salience: 50 } }
links: { tired-crews: { depends: [lease, night-lease] } }
moves: { show-the-flag: { kind: press }, press: { name: Press 'em, kind: press } }
`,
  { file: "input.yaml" },
);
if (brief === undefined) throw new Error("the brief does not read");
const index = indexBrief(brief);

it.each([
  ["Northern States's salience on The lease", "the Northern States’ salience on ‘The lease’"],
  ["Northern States's value of joint-panel on The lease", "the Northern States’ value of ‘Joint panel’ on ‘The lease’"],
  ["Alpha's ideal on night-lease", "Alpha’s ideal on ‘Night lease’"],
  ["Beta (Port, Quay)'s cost of disagreement on The lease", "cost of disagreement of Beta (Port, Quay) on ‘The lease’"],
  ["Beta (Port, Quay)'s influence", "influence of Beta (Port, Quay)"],
  ["chance that 'show the flag' works", "chance that ‘Show the flag’ works"],
  ["what tired-crews is worth to Alpha", "what ‘Tired crews’ is worth to Alpha"],
])("names what is in “%s”", (what, text) => {
  expect(inputText(index, what)).toBe(text);
});

it("takes an article inside a sentence, unless somebody’s name comes first", () => {
  expect(inputInside(index, "chance that 'show the flag' works")).toBe("the chance that ‘Show the flag’ works");
  expect(inputInside(index, "Alpha's ideal on The lease")).toBe("Alpha’s ideal on ‘The lease’");
});

it("writes the dates of a message as papers do, those in the brief's own words as they are", () => {
  expect(
    messageText(
      index,
      "'Night 2030-01-05' is due by 2030-06-30, and 'The lease' over on 2030-03. Dated 2030-03-03..2030-03-05.",
    ),
  ).toBe("‘Night 2030-01-05’ is due by 30 June 2030, and ‘The lease’ over on March 2030. Dated 3–5 March 2030.");
  expect(messageText(index, "No 12-2030-06 or 2030-06-30-1.")).toBe("No 12-2030-06 or 2030-06-30-1.");
});
