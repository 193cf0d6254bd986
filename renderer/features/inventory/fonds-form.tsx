import { Group, NativeSelect, Text, Textarea, TextInput } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { identifierStyle } from "#shared/archive/identifier.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import { draftOfFonds, emptyFondsDraft, type FondsDraftField } from "#shared/inventory/fonds-draft.ts";
import { useSteps, useUnits, useWork } from "#renderer/app/session.tsx";
import { fondsUnits } from "#renderer/app/unit-choice.ts";
import { useRuleProfile } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useDraft } from "#renderer/ui/use-draft.ts";
import { useRuledFields } from "./field-labels.tsx";
import { FondsUnitField } from "./fonds-unit-field.tsx";
import { FormPart } from "./form-part.tsx";
import { RecordForm } from "./record-form.tsx";
import { saveFonds } from "./save-fonds.ts";
import { useSave } from "./use-save.ts";

/** The form of a new fonds, of a unit that is chosen once and for all, or of one that is there. */
export function FondsForm(props: { fonds?: Fonds; onSaved: (fonds: Fonds) => void; onCancel: () => void }) {
  const { fonds, onSaved, onCancel } = props;
  const work = useWork();
  const history = useSteps();
  const units = useUnits();
  const all = useWords();
  const names = all.inventory.fonds;
  const words = all.entry;
  const [scope, setScope] = useState(fonds?.scope ?? work.profile.scope);
  const form = useDraft<FondsDraftField>(fonds ? draftOfFonds(fonds) : emptyFondsDraft);
  const ruled = useRuledFields<FondsDraftField>(useRuleProfile().fonds, names);
  const title = fonds ? all.inventory.editFonds : all.inventory.newFonds;
  const save = useSave(
    "fonds",
    form,
    names,
    () => saveFonds(work, { history, label: title }, form.draft, scope, fonds?.id),
    (saved) => saved.code,
  );
  const text = (field: FondsDraftField) => ({ ...form.bind(field), ...ruled(field, form.draft[field]) });
  const archiveCode = form.draft.archiveCode.trim();
  const odd = archiveCode !== "" && identifierStyle(archiveCode) === undefined;
  return (
    <RecordForm title={title} save={save} onSaved={onSaved} onCancel={onCancel}>
      <FormPart
        title={words.groups.codes}
        wide={
          <>
            <IdentifierHint odd={odd} />
            <TextInput {...text("name")} />
            {!fonds && (
              <FondsUnitField
                choices={fondsUnits(units, work.profile.scope)}
                scope={scope}
                onChoose={setScope}
              />
            )}
          </>
        }
      >
        <TextInput {...text("code")} data-autofocus />
        <TextInput {...text("archiveCode")} />
      </FormPart>
      <FormPart
        title={words.groups.history}
        wide={
          <>
            <Textarea {...text("history")} autosize minRows={3} maxRows={10} />
            <TextInput {...text("keyGroups")} />
            <TextInput {...text("otherTypes")} />
          </>
        }
      >
        <TextInput {...text("dateSpan")} placeholder={names.dateSpanHint} />
        <NativeSelect
          {...text("open")}
          data={[
            { value: "open", label: names.openWords.open },
            { value: "closed", label: names.openWords.closed },
          ]}
        />
      </FormPart>
      <FormPart
        title={words.groups.totals}
        wide={<Textarea {...text("note")} autosize minRows={2} maxRows={6} />}
      >
        <TextInput {...text("paperTotal")} inputMode="numeric" />
        <TextInput {...text("copiedPages")} inputMode="numeric" />
        <TextInput {...text("languages")} />
        <TextInput {...text("findingAids")} />
      </FormPart>
      <Text size="sm" c="dimmed">
        {words.needed}
      </Text>
    </RecordForm>
  );
}

/** Which styles of identifier are known, or that the one typed is neither: a warning, never a refusal. */
function IdentifierHint({ odd }: { odd: boolean }) {
  const words = useWords().entry;
  return (
    <Group gap="xs" wrap="nowrap" role="status">
      {odd && (
        <IconAlertTriangle
          size="1.1rem"
          aria-hidden
          style={{ flexShrink: 0, color: "var(--mantine-color-orange-text)" }}
        />
      )}
      <Text size="sm" {...(odd ? {} : { c: "dimmed" })}>
        {odd ? words.identifierOdd : words.identifierHint}
      </Text>
    </Group>
  );
}
