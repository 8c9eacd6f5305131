import { describe, expect, it } from "vitest";
import { passwordWeakness } from "@/lib/domain/password";

const COMMON = new Set(["password", "iloveyou", "woaini", "administrator", "dragon"]);
const NAMES = ["财政局填报人", "wangfang", "王芳", "财政局", "nianbao"];
const weaknessOf = (password: string) =>
  passwordWeakness(password, { names: NAMES, isCommon: (text) => COMMON.has(text) });

describe("passwordWeakness", () => {
  it.each(["aaaaaaaaaa", "ababababab", "abcabcabca", "correctcorrect", "1212121212", "财政财政财政财政财政"])(
    "refuses the repetition %s",
    (password) => {
      expect(weaknessOf(password)).toBe("repeats");
    },
  );

  it.each([
    "1234567890",
    "0987654321",
    "abcdefghij",
    "qwertyuiop",
    "1qaz2wsx3edc",
    "qwer1234abcd",
    "１２３４５６７８９０",
  ])("refuses the sequence %s", (password) => {
    expect(weaknessOf(password)).toBe("sequence");
  });

  it.each(["administrator", "Password2024", "P@ssw0rd!!!", "!!iloveyou88", "woaini1314!", "dragon8642"])(
    "refuses the common %s",
    (password) => {
      expect(weaknessOf(password)).toBe("common");
    },
  );

  it.each(["财政局填报人2024", "wangfang1998", "Nianbao@2025", "财政局王芳2025年"])(
    "refuses %s, which is made of names",
    (password) => {
      expect(weaknessOf(password)).toBe("names");
    },
  );

  it.each([
    "correct horse battery",
    "three short words",
    "财政局的牡丹花开了三次",
    "m9Kx2vQz7w",
    "窗外的雨下了一整夜呢",
  ])("takes %s", (password) => {
    expect(weaknessOf(password)).toBeNull();
  });
});
