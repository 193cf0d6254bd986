import type { FileDraftField } from "#shared/inventory/file-draft.ts";
import { groupOptions, useScheme } from "#renderer/app/use-groups.ts";
import { useWords } from "#renderer/app/words.tsx";
import { SearchedSelect } from "#renderer/ui/searched-select.tsx";
import type { Form } from "#renderer/ui/use-draft.ts";
import { FormPart } from "./form-part.tsx";

/** Which group of its fonds' scheme a file is put into; nothing where the fonds has no scheme. */
export function GroupField({ form, fondsId }: { form: Form<FileDraftField>; fondsId: string }) {
  const all = useWords();
  const words = all.scheme;
  const scheme = useScheme(fondsId);
  const value = form.draft.groupId;
  if (!scheme || (scheme.length === 0 && value === "")) return null;
  const options = groupOptions(scheme, words.noGroup);
  const listed = options.some((option) => option.value === value);
  return (
    <FormPart
      title={words.title}
      wide={
        <SearchedSelect
          form={form}
          field="groupId"
          label={words.fileGroup}
          options={listed ? options : [...options, { value, label: words.gone }]}
          nothingFound={all.entry.nothingFound}
          clear={all.entry.clear}
        />
      }
    />
  );
}
