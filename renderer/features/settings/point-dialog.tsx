import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { custodyPoints } from "#shared/archive/custody.ts";
import { type CustodyPointRecord, nameOfPoint } from "#shared/archive/custody-point.ts";
import type { PointRefusal } from "#shared/custody/point-list.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

/** Adds a point at which paper is scanned, or changes what one is called and means. */
export function PointDialog(props: {
  point: CustodyPointRecord | undefined;
  onSaved: () => void;
  onClose: () => void;
}) {
  const { point, onSaved, onClose } = props;
  const { points: words, custody, common } = useWords();
  const desk = useDesk();
  const [kind, setKind] = useState(point?.kind ?? "at-scanner");
  const [name, setName] = useState(point?.name ?? "");
  const [number, setNumber] = useState(point?.number ?? "");
  const [refusal, setRefusal] = useState<PointRefusal | "">("");
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const save = () => {
    setState({ busy: true });
    desk.call("points.save", { id: point?.id ?? "", kind, name, number }).then(
      (answer) => {
        setState({ busy: false });
        setRefusal(answer.refusal);
        if (answer.refusal === "") onSaved();
      },
      (error: unknown) => setState({ busy: false, error }),
    );
  };
  const ofNumber = refusal === "number-missing" || refusal === "number-taken";
  const told = refusal === "" ? undefined : words.refusals[refusal];
  return (
    <Modal
      opened
      centered
      title={point ? words.editTitle(nameOfPoint(point)) : words.addTitle}
      onClose={onClose}
      closeButtonProps={{ "aria-label": common.cancel }}
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
          <NativeSelect
            label={words.kind}
            value={kind}
            data={custodyPoints.map((value) => ({ value, label: custody.points[value] }))}
            onChange={(event) =>
              setKind(custodyPoints.find((known) => known === event.currentTarget.value) ?? kind)
            }
          />
          <TextInput
            data-autofocus
            label={words.name}
            description={words.nameHint}
            value={name}
            maxLength={60}
            autoComplete="off"
            error={ofNumber ? undefined : told}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={words.number}
            description={words.numberHint}
            value={number}
            maxLength={10}
            autoComplete="off"
            error={ofNumber ? told : undefined}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          {point && (
            <Text size="sm" c="dimmed">
              {words.kindKept}
            </Text>
          )}
          {state.error !== undefined && <FaultView error={state.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={state.busy}>
              {common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
