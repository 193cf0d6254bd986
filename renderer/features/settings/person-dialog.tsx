import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { type Role, roles } from "#shared/archive/role.ts";
import { covers } from "#shared/archive/unit.ts";
import type { Lock, Person } from "#shared/contract/people.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import { rolesOn } from "#shared/rules/people.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk, useSession, useUnits } from "#renderer/app/session.tsx";
import { meets, unitChoices } from "#renderer/app/unit-choice.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Adds a person to a shared machine, or changes one: name, role and unit within those of the machine. */
export function PersonDialog(props: { lock: Lock; person: Person | undefined; onClose: () => void }) {
  const { lock, person, onClose } = props;
  const all = useWords();
  const words = all.people;
  const desk = useDesk();
  const units = useUnits();
  const { profile } = useSession();
  const machine = lock.machine ?? profile;
  const open = machine ? rolesOn(machine) : roles;
  const choicesOf = (role: Role) =>
    unitChoices(units, role).filter(({ value }) => !machine || covers(machine.scope, value));
  const [name, setName] = useState(person?.name ?? "");
  const [role, setRole] = useState<Role>(person?.role ?? open[0] ?? "district-checker");
  const [scope, setScope] = useState<string | null>(person?.scope ?? choicesOf(role)[0]?.value ?? null);
  const [head, setHead] = useState(person?.head ?? false);
  const [tried, setTried] = useState(false);
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const own = cleanText(name);
  const choices = choicesOf(role);
  const chosen = choices.some(({ value }) => value === scope) ? scope : null;
  const save = () => {
    setTried(true);
    if (own === "" || chosen === null) return;
    setState({ busy: true });
    desk.call("people.save", { id: person?.id ?? "", name: own, role, scope: chosen, head }).then(
      () => {
        notifications.show({ message: words.saved });
        onClose();
      },
      (error: unknown) => setState({ busy: false, error }),
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={person ? words.editTitle(person.name) : words.addTitle}
      centered
      closeButtonProps={{ "aria-label": all.common.cancel }}
      transitionProps={{ duration: 0 }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={words.name}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={tried && own === "" ? words.nameMissing : undefined}
            maxLength={200}
            autoComplete="off"
          />
          <Select
            label={words.role}
            data={open.map((one) => ({ value: one, label: all.common.roles[one] }))}
            value={role}
            onChange={(value) => {
              const next = open.find((one) => one === value);
              if (!next) return;
              setRole(next);
              if (!choicesOf(next).some((choice) => choice.value === scope))
                setScope(choicesOf(next)[0]?.value ?? null);
            }}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
          />
          <Select
            label={words.unit}
            data={choices}
            value={chosen}
            onChange={setScope}
            searchable
            allowDeselect={false}
            error={tried && chosen === null ? words.unitMissing : undefined}
            filter={({ options, search }) =>
              options.filter((option) => "label" in option).filter(({ label }) => meets(label, search))
            }
            comboboxProps={{ withinPortal: false }}
            maxDropdownHeight="14rem"
          />
          <Checkbox
            label={words.isHead}
            checked={head}
            onChange={(event) => setHead(event.currentTarget.checked)}
          />
          {state.error !== undefined && <FaultView error={state.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {all.common.cancel}
            </Button>
            <Button type="submit" loading={state.busy}>
              {all.common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
