import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { formKinds, formOrderSchema, formWordsSchema } from "#shared/contract/forms.ts";
import { Choice } from "#shared/base/schema.ts";

/** What a person chose last, kept on this machine; what a form covers is chosen anew for each fonds. */
const choicesSchema = Type.Object({
  kind: Choice(formKinds),
  format: formOrderSchema.properties.format,
  arranged: Type.Boolean(),
  labels: formOrderSchema.properties.labels,
  words: formWordsSchema,
});

export type Choices = Static<typeof choicesSchema>;

const key = (fondsId: string) => `mucluc.forms.${fondsId}`;
const lastKey = "mucluc.forms";

/** The choices kept for a fonds; for one not printed before, the last ones with the fonds' own head. */
export function readChoices(fondsId: string, first: Choices): Choices {
  const own = parse(window.localStorage.getItem(key(fondsId)));
  if (own) return own;
  const last = parse(window.localStorage.getItem(lastKey));
  if (!last) return first;
  const { preparer, position } = last.words;
  return { ...last, words: { ...first.words, preparer: preparer || first.words.preparer, position } };
}

export function keepChoices(fondsId: string, choices: Choices): void {
  const text = JSON.stringify(choices);
  window.localStorage.setItem(key(fondsId), text);
  window.localStorage.setItem(lastKey, text);
}

function parse(text: string | null): Choices | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return Check(choicesSchema, value) ? value : undefined;
  } catch {
    return undefined;
  }
}
