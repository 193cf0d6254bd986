import { NativeSelect, Switch, TextInput } from "@mantine/core";
import { type FileDraft, type FileDraftField, fileAsTyped } from "#shared/inventory/file-draft.ts";
import { levelOf } from "#shared/rules/issuing-body.ts";
import { priorityOfFile } from "#shared/rules/priority.ts";
import { suggestRetention } from "#shared/rules/retention.ts";
import { scopeOf } from "#shared/rules/scope.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { SearchedSelect } from "#renderer/ui/searched-select.tsx";
import type { Form } from "#renderer/ui/use-draft.ts";
import { FormPart } from "./form-part.tsx";
import { ScopeTag } from "./scope-tag.tsx";
import { Suggestion } from "./suggestion.tsx";

/** Arrangement, frequent use, priority: what decides whether a file is digitized, and what that comes to so far. */
export function FileScopeFields(props: { form: Form<FileDraftField> & { draft: FileDraft }; scope: string }) {
  const { form, scope } = props;
  const all = useWords();
  const words = all.entry;
  const names = all.inventory.file;
  const options = codeOptions(all);
  const file = fileAsTyped(form.draft);
  const { priorities } = useRuleData();
  const group = priorityOfFile({ ...file, priority: "" }, levelOf(scope), priorities);
  const reasonAsked = file.scopeReason !== "" || scopeOf({ ...file, scopeReason: "" }).reason === "outside";
  return (
    <FormPart
      title={words.groups.scope}
      wide={
        <>
          {group !== "" && group !== file.priority && (
            <Suggestion
              text={words.suggestPriority(all.common.priorities[group])}
              take={words.take}
              onTake={() => form.set("priority", group)}
            />
          )}
          <Switch
            id={form.bind("frequentUse").id}
            label={names.frequentUse}
            description={words.frequentUseHint}
            checked={file.frequentUse}
            onChange={(event) => form.set("frequentUse", event.currentTarget.checked ? "yes" : "")}
          />
          <ScopeTag file={file} />
          {reasonAsked && (
            <TextInput
              {...form.bind("scopeReason")}
              label={names.scopeReason}
              description={words.scopeReasonHint}
            />
          )}
        </>
      }
    >
      <NativeSelect {...form.bind("arrangement")} label={names.arrangement} data={options.arrangement} />
      <SearchedSelect
        form={form}
        field="priority"
        label={names.priority}
        options={options.priority}
        nothingFound={words.nothingFound}
        clear={words.clear}
      />
    </FormPart>
  );
}

/** What the schedule of retention in force gives to a file so titled, where that is not what was chosen. */
export function RetentionSuggestion({ form }: { form: Form<FileDraftField> & { draft: FileDraft } }) {
  const all = useWords();
  const schedules = useRuleData().retention;
  const { title, endDate, retention } = fileAsTyped(form.draft);
  const found = title === "" ? undefined : suggestRetention({ title, endDate }, schedules);
  if (!found || found.code === retention) return null;
  const name = found.years > 0 ? all.entry.otherYears(found.years) : all.common.retention[found.code];
  return (
    <Suggestion
      text={all.entry.suggestRetention(name)}
      why={`${found.source}. ${found.basis}.`}
      take={all.entry.take}
      onTake={() => form.set("retention", found.code)}
    />
  );
}
