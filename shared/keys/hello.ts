import { canonicalJson } from "#shared/base/canonical.ts";
import type { PublicKeys } from "#shared/keys/key-text.ts";

/** What a province signs when it is greeted with a nonce: that it holds its key now, and which keys are its own. */
export function helloText(
  nonce: string,
  hello: { name: string; practice: boolean; keys: PublicKeys },
): string {
  const { name, practice, keys } = hello;
  return canonicalJson({ nonce, name, practice, keys });
}

/** What a province signs when it has hashed an object itself. */
export function receiptText(receipt: { digest: string; size: number; receivedAt: string }): string {
  const { digest, size, receivedAt } = receipt;
  return canonicalJson({ digest, size, receivedAt });
}
