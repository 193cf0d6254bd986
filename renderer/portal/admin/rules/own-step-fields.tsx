import { Checkbox, NativeSelect, Stack, TextInput } from "@mantine/core";
import type { DueStep } from "#shared/archive/batch-due.ts";
import { mayBeLeftOut, rolesOfStep } from "#shared/rules/own-steps.ts";
import { useWords } from "#renderer/app/words.tsx";
import { RoleChoice } from "./role-choice.tsx";
import { type OwnStepDraft, stepField, type StepsFaults } from "./steps-draft.ts";

const omissions = ["", "yes", "no"] as const;

/** What a list or a center says of a step itself: its name, who takes it, and whether it is left out where it may be. */
export function OwnStepFields<Draft extends OwnStepDraft>(props: {
  scope: string;
  step: DueStep;
  draft: Draft;
  faults: StepsFaults;
  readOnly: boolean;
  onChange: (draft: Draft) => void;
}) {
  const { portal, batches } = useWords();
  const { steps: words, faults: told } = portal.admin.rules;
  const { scope, step, draft, faults, readOnly, onChange } = props;
  const faultOf = (field: "roles" | "omitted") => {
    const fault = faults.get(stepField(scope, step, field));
    return fault && told[fault];
  };
  const choices = rolesOfStep(step);
  return (
    <Stack gap="sm">
      <TextInput
        label={words.name}
        placeholder={batches.steps[step]}
        value={draft.name}
        readOnly={readOnly}
        maxLength={60}
        maw="24rem"
        onChange={({ currentTarget }) => onChange({ ...draft, name: currentTarget.value })}
      />
      {mayBeLeftOut(step) && (
        <NativeSelect
          label={words.omitted}
          value={draft.omitted}
          disabled={readOnly}
          error={faultOf("omitted")}
          maw="32rem"
          data={omissions.map((value) => ({
            value,
            label: value === "" ? words.omissions[scope === "" ? "usual" : "list"] : words.omissions[value],
          }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...draft, omitted: omissions.find((known) => known === value) ?? "" })
          }
        />
      )}
      <Checkbox
        label={scope === "" ? words.someRoles : words.ownRoles}
        checked={draft.roles !== undefined}
        disabled={readOnly}
        error={draft.roles === undefined && faultOf("roles")}
        onChange={({ currentTarget: { checked } }) =>
          onChange({ ...draft, roles: checked ? choices : undefined })
        }
      />
      {draft.roles !== undefined && (
        <RoleChoice
          label={words.roles}
          value={draft.roles}
          choices={choices}
          readOnly={readOnly}
          error={faultOf("roles")}
          onChange={(roles) => onChange({ ...draft, roles })}
        />
      )}
    </Stack>
  );
}
