import { describe, expect, it } from "vitest";
import { type Caret, commandOf, type GridKey } from "./grid-commands";

const WHOLE: Caret = { isWhole: true, isAtStart: false, isAtEnd: false };
const INSIDE: Caret = { isWhole: false, isAtStart: false, isAtEnd: false };
const press = (key: string, held: Partial<GridKey> = {}): GridKey => ({
  key,
  code: "",
  shift: false,
  control: false,
  alt: false,
  ...held,
});

describe("commandOf", () => {
  it("moves between cells while the whole value is selected, and within the text while it is edited", () => {
    expect(commandOf(press("ArrowLeft"), WHOLE, false)).toEqual({ act: "move", to: "left" });
    expect(commandOf(press("ArrowLeft"), INSIDE, false)).toBeNull();
    expect(commandOf(press("Home"), INSIDE, false)).toBeNull();
    expect(commandOf(press("End"), { ...INSIDE, isAtEnd: true }, false)).toEqual({ act: "move", to: "row_end" });
    expect(commandOf(press("ArrowUp"), INSIDE, false)).toEqual({ act: "move", to: "up" });
    expect(commandOf(press("PageDown"), INSIDE, false)).toEqual({ act: "move", to: "page_down" });
    expect(commandOf(press("Home", { control: true }), INSIDE, false)).toEqual({ act: "move", to: "first" });
    expect(commandOf(press("Tab"), WHOLE, false)).toBeNull();
    expect(commandOf(press("5"), WHOLE, false)).toBeNull();
  });

  it("draws a block with Shift, but not while text is selected with it", () => {
    expect(commandOf(press("ArrowRight", { shift: true }), WHOLE, false)).toEqual({ act: "extend", to: "right" });
    expect(commandOf(press("ArrowRight", { shift: true }), INSIDE, false)).toBeNull();
    expect(commandOf(press("End", { shift: true, control: true }), WHOLE, false)).toEqual({
      act: "extend",
      to: "last",
    });
    expect(commandOf(press("Enter", { shift: true }), WHOLE, false)).toEqual({ act: "move", to: "up" });
  });

  it("opens the keys, the history of the cell, and its text to be edited", () => {
    expect(commandOf(press("F1"), WHOLE, false)).toEqual({ act: "help" });
    expect(commandOf(press("F2", { shift: true }), WHOLE, false)).toEqual({ act: "history" });
    expect(commandOf(press("F2"), WHOLE, false)).toEqual({ act: "edit" });
    expect(commandOf(press("Escape"), WHOLE, true)).toEqual({ act: "leave" });
  });

  it("takes back and does again, by either pair of keys and on a Mac", () => {
    expect(commandOf(press("z", { control: true }), INSIDE, false)).toEqual({ act: "undo" });
    expect(commandOf(press("Z", { control: true, shift: true }), INSIDE, false)).toEqual({ act: "redo" });
    expect(commandOf(press("y", { control: true }), INSIDE, false)).toEqual({ act: "redo" });
  });

  it("fills, and puts zeros by the digit's place whatever it writes with Alt", () => {
    expect(commandOf(press("d", { control: true }), WHOLE, false)).toEqual({ act: "fill_down" });
    expect(commandOf(press("r", { control: true }), WHOLE, true)).toEqual({ act: "fill_right" });
    expect(commandOf(press("R", { control: true, shift: true }), WHOLE, true)).toBeNull();
    expect(commandOf(press("º", { code: "Digit0", alt: true }), WHOLE, false)).toEqual({ act: "zeros_in_row" });
    const column = press(")", { code: "Digit0", alt: true, shift: true });
    expect(commandOf(column, WHOLE, false)).toEqual({ act: "zeros_in_column" });
  });

  it("empties a block, while one cell's text is left to the browser", () => {
    expect(commandOf(press("Delete"), WHOLE, true)).toEqual({ act: "clear" });
    expect(commandOf(press("Delete"), WHOLE, false)).toBeNull();
    expect(commandOf(press("a", { control: true }), WHOLE, false)).toEqual({ act: "select_all" });
    expect(commandOf(press("a", { control: true }), INSIDE, false)).toBeNull();
  });
});
