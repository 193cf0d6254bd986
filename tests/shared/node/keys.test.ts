import { expect, test } from "vitest";
import { agreeSecret, makeSealingKeys, makeSigningKeys, signText, verifyText } from "#shared/node/keys.ts";

test("a signature holds for its text, its purpose and its key alone", () => {
  const [keys, others] = [makeSigningKeys(), makeSigningKeys()];
  const signature = signText("receipt", "đã nhận", keys);
  expect(verifyText("receipt", "đã nhận", signature, keys.publicKey)).toBe(true);
  expect(verifyText("receipt", "đã nhận ", signature, keys.publicKey)).toBe(false);
  expect(verifyText("hello", "đã nhận", signature, keys.publicKey)).toBe(false);
  expect(verifyText("receipt", "đã nhận", signature, others.publicKey)).toBe(false);
  expect(verifyText("receipt", "đã nhận", signature, "not a key")).toBe(false);
  expect(verifyText("receipt", "đã nhận", "", keys.publicKey)).toBe(false);
});

test("two holders agree on one secret, and a third has another", () => {
  const [one, two, three] = [makeSealingKeys(), makeSealingKeys(), makeSealingKeys()];
  expect(agreeSecret(one, two.publicKey)).toEqual(agreeSecret(two, one.publicKey));
  expect(agreeSecret(one, three.publicKey)).not.toEqual(agreeSecret(one, two.publicKey));
});
