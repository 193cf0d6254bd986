import { fold } from "#shared/base/fold.ts";
import { wordsOf } from "#shared/inventory/clean-text.ts";

/*
 * A secret never enters the system. What marks one is a class of secrecy where a class is due: the column of
 * access or secrecy, a note that is nothing but the class, the stamp's own wording, or the letter of the class in a
 * symbol (12/M-UBND). "Mật" among other words of a title or subject ("bí mật công tác", "mật ong", "bảo vệ bí mật nhà
 * nước") is no mark: such documents are about secrecy, and most are public.
 */

/** True where the column of access, secrecy or urgency says a class of secrecy. */
export function isSecretClass(text: string): boolean {
  const words = wordsOf(fold(text));
  return /^(0?3 )?(do )?(toi |tuyet )?mat( do [123abc])?$/.test(words) && saysMat(text);
}

/** True where a note, or a stamp noted in it, is the class itself: "Mật", "(Tối mật)", "Dấu MẬT", "độ mật: Mật". */
export function isSecretNote(text: string): boolean {
  return text.split(/[;,.\n()[\]]/).some((phrase) => {
    const words = wordsOf(fold(phrase));
    return (
      saysMat(phrase) &&
      /^(van ban |tai lieu |ho so )?(dong )?(dau |do |muc do |che do )?(mat )?(toi |tuyet )?mat$/.test(words)
    );
  });
}

/** True where a symbol has the letter M or the word before the body's name: `M-UBND`. (TM is also trade: no mark.) */
export function isSecretSymbol(symbol: string): boolean {
  return /(^|\/)(M|MẬT)-/u.test(symbol);
}

/** True where a text may be a mark of secrecy in whatever column it stands. */
export function maySaySecret(text: string): boolean {
  return isSecretClass(text) || isSecretNote(text) || isSecretSymbol(text);
}

/** "mát", "mặt" and "mất" fold to the same letters: the vowel has to be ậ, or to have no marks at all. */
function saysMat(text: string): boolean {
  return /(^|[^\p{L}])m(ật|at)($|[^\p{L}])/iu.test(text.normalize("NFC"));
}
