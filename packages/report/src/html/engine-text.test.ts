import { expect, it } from "vitest";
import { engineText } from "./engine-text.ts";

it("sets an engine's message with a printer's quotation marks", () => {
  expect(engineText(`The move "Press" presses 'France's friend' on Germany's "x".`)).toBe(
    "The move ‘Press’ presses ‘France’s friend’ on Germany’s ‘x’.",
  );
  expect(engineText("nothing to set")).toBe("nothing to set");
});
