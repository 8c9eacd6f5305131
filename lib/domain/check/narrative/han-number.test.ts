import { expect, it } from "vitest";
import { readHanNumber } from "@/lib/domain/check/narrative/han-number";

it.each([
  ["零", "0"],
  ["两", "2"],
  ["十", "10"],
  ["十一", "11"],
  ["二十", "20"],
  ["一百零五", "105"],
  ["一百二十", "120"],
  ["三千零五", "3005"],
  ["九千九百九十九", "9999"],
])("reads %s as %s", (text, expected) => {
  expect(readHanNumber(text)).toBe(expected);
});

it.each(["", "一二", "百", "十百", "万"])("does not read %s", (text) => {
  expect(readHanNumber(text)).toBeNull();
});
