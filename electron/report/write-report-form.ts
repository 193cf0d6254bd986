import type { FormFormat, MadeForm } from "#shared/contract/forms.ts";
import type { ListForm } from "#shared/forms/list-form.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { loadFormFonts } from "#electron/forms/form-fonts.ts";
import { makeLists } from "#electron/forms/make-lists.ts";

/** Writes the lists of a report as a stored object; they have some hundred rows at most. */
export async function writeReportForm(order: {
  objects: ObjectStore;
  resources: string;
  lists: readonly ListForm[];
  format: FormFormat;
  /** Of the file, without its extension. */
  name: string;
  /** Milliseconds since 1970. */
  madeAt: number;
}): Promise<MadeForm> {
  const { objects, resources, lists, format, name, madeAt } = order;
  const fonts = await loadFormFonts(resources);
  const { bytes, rows, pages, codes } = await makeLists(
    lists,
    format,
    { fonts, madeAt: new Date(madeAt) },
    () => undefined,
  );
  const { digest, size } = await objects.put(bytes);
  return { digest, size, name: `${name}.${format}`, rows, pages, codes };
}
