import { MultiSelect, NativeSelect, Select, Textarea, TextInput } from "@mantine/core";
import { writeDate } from "#shared/archive/date-text.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { foldedWords } from "#shared/base/fold.ts";
import type { PortalUnits } from "#shared/contract/portal-units.ts";
import { unitChangeKinds } from "#shared/rules/unit-amendment.ts";
import { useWords } from "#renderer/app/words.tsx";
import { dayIn, dayOfBecoming, knownUnits, receivingUnits, type UnitDraft } from "./unit-draft.ts";
import { useUnitWords } from "./use-unit-words.ts";

type Option = { value: string; label: string };

/** Options whose label has each word typed, accents or not. */
function byWords({ options, search }: { options: readonly object[]; search: string }): Option[] {
  const sought = foldedWords(search);
  return options.filter((option): option is Option => {
    const label: unknown = Reflect.get(option, "label");
    const parts = typeof label === "string" ? foldedWords(label) : [];
    return sought.every((word) => parts.some((part) => part.startsWith(word)));
  });
}

const searched = { searchable: true, limit: 40, comboboxProps: { withinPortal: false }, filter: byWords };

/** The fields of an amendment: those of its kind, then the act and the reason. */
export function AmendmentForm(props: {
  tables: PortalUnits;
  draft: UnitDraft;
  onChange: (change: Partial<UnitDraft>) => void;
}) {
  const { tables, draft, onChange } = props;
  const words = useWords().portal.admin.units;
  return (
    <>
      <NativeSelect
        label={words.kind}
        description={words.kindHints[draft.kind]}
        value={draft.kind}
        onChange={({ currentTarget: { value } }) =>
          onChange({ kind: unitChangeKinds.find((kind) => kind === value) ?? "rename" })
        }
        data={unitChangeKinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <UnitFields {...{ tables, draft, onChange }} />
      {(draft.kind === "rename" || draft.kind === "found") && (
        <TextInput
          label={draft.kind === "rename" ? words.name : words.newName}
          description={words.nameHint}
          required
          maxLength={120}
          value={draft.name}
          onChange={({ currentTarget: { value } }) => onChange({ name: value })}
        />
      )}
      {draft.kind === "rename" && (
        <TextInput
          label={words.nameDay}
          description={words.nameDayHint}
          placeholder={words.dayHint}
          maxLength={20}
          value={draft.nameDay}
          onChange={({ currentTarget: { value } }) => onChange({ nameDay: value })}
          onBlur={() => onChange({ nameDay: writeDate(dayIn(draft.nameDay)) || draft.nameDay })}
        />
      )}
      {draft.kind !== "rename" && (
        <TextInput
          label={draft.kind === "end" ? words.lastDay : words.on}
          placeholder={words.dayHint}
          required
          maxLength={20}
          value={draft.on}
          onChange={({ currentTarget: { value } }) => onChange({ on: value })}
          onBlur={() => onChange({ on: writeDate(dayIn(draft.on)) || draft.on })}
        />
      )}
      <TextInput
        label={words.act}
        description={words.actHint}
        required
        minLength={5}
        maxLength={300}
        value={draft.act}
        onChange={({ currentTarget: { value } }) => onChange({ act: value })}
      />
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        required
        minLength={5}
        maxLength={500}
        autosize
        minRows={2}
        value={draft.reason}
        onChange={({ currentTarget: { value } }) => onChange({ reason: value })}
      />
    </>
  );
}

/** The units that a change is about, chosen among those that its kind takes. */
function UnitFields(props: {
  tables: PortalUnits;
  draft: UnitDraft;
  onChange: (change: Partial<UnitDraft>) => void;
}) {
  const { tables, draft, onChange } = props;
  const words = useWords().portal.admin.units;
  const { labelOf } = useUnitWords(tables);
  const { kind } = draft;
  const units = knownUnits(tables);
  const communes = units.filter(({ level }) => level === "commune");
  const optionsOf = (list: readonly Unit[]) =>
    list.map((unit) => ({ value: unit.scope, label: labelOf(unit) }));
  const common = { required: true, nothingFoundMessage: words.chooseNone, ...searched };
  // What ended on a day became something else on the next.
  const leaving = (scopes: string[]) => {
    const on = dayOfBecoming(communes.filter(({ scope }) => scopes.includes(scope)));
    onChange({ from: scopes, scope: scopes[0] ?? "", ...(on !== "" && { on }) });
  };
  if (kind === "found")
    return (
      <>
        <Select
          label={words.parent}
          {...common}
          data={optionsOf(units.filter(({ level }) => level !== "commune"))}
          value={draft.parent || null}
          onChange={(scope) => onChange({ parent: scope ?? "" })}
        />
        <TextInput
          label={words.code}
          required
          inputMode="numeric"
          pattern="[0-9]{5}"
          maxLength={5}
          value={draft.code}
          onChange={({ currentTarget: { value } }) => onChange({ code: value })}
        />
      </>
    );
  if (kind === "rename" || kind === "end")
    return (
      <Select
        label={words.unit}
        {...common}
        data={optionsOf(kind === "rename" ? units : communes)}
        value={draft.scope || null}
        onChange={(scope) => onChange({ scope: scope ?? "", from: scope === null ? [] : [scope] })}
      />
    );
  return (
    <>
      {kind === "merge" ? (
        <MultiSelect
          label={words.from}
          {...common}
          hidePickedOptions
          data={optionsOf(communes)}
          value={draft.from}
          onChange={leaving}
        />
      ) : (
        <Select
          label={kind === "cede" ? words.giver : words.splitUnit}
          {...common}
          data={optionsOf(communes)}
          value={draft.scope || null}
          onChange={(scope) => {
            if (kind === "cede") onChange({ scope: scope ?? "", from: scope === null ? [] : [scope] });
            else leaving(scope === null ? [] : [scope]);
          }}
        />
      )}
      {kind === "merge" ? (
        <Select
          label={words.to}
          {...common}
          data={optionsOf(receivingUnits(tables))}
          value={draft.to[0] ?? null}
          onChange={(scope) => onChange({ to: scope === null ? [] : [scope] })}
        />
      ) : (
        <MultiSelect
          label={words.toSeveral}
          {...common}
          hidePickedOptions
          data={optionsOf(receivingUnits(tables))}
          value={draft.to}
          onChange={(to) => onChange({ to })}
        />
      )}
    </>
  );
}
