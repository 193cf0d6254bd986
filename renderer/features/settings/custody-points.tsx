import { Button, Group, Stack, Table, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconMapPinPlus, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { type CustodyPointRecord, isInUse, nameOfPoint } from "#shared/archive/custody-point.ts";
import { may } from "#shared/archive/permissions.ts";
import type { CountedPoint } from "#shared/contract/points.ts";
import { FaultView, notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useSession } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { PointDialog } from "./point-dialog.tsx";
import { PointLabels } from "./point-labels.tsx";

type Open =
  | { kind: "edit"; point: CustodyPointRecord | undefined }
  | { kind: "end"; point: CustodyPointRecord }
  | { kind: "labels"; id: string };

/** The points of the center at which paper is scanned: what each is called and means, and which are in use. */
export function CustodyPoints({ sought }: { sought: boolean }) {
  const desk = useDesk();
  const all = useWords();
  const words = all.points;
  const { profile } = useSession();
  const [open, setOpen] = useState<Open>();
  const { value, error, ask } = useAskedAgain("points", () => desk.call("points.list", {}), [
    "records.changed",
  ]);
  const reason = profile && may(profile.role, "set-points") ? undefined : words.notYours;
  const close = () => setOpen(undefined);
  const done = () => {
    notifications.show({ message: words.saved });
    close();
    ask();
  };
  const end = (point: CustodyPointRecord, why: string) =>
    void desk
      .call("points.end", { id: point.id, reason: why })
      .then(done, (fault: unknown) => notifyFault(all, fault));
  const resume = ({ id }: CustodyPointRecord) =>
    void desk.call("points.resume", { id }).then(
      ({ refusal }) => {
        if (refusal === "") done();
        else notifications.show({ color: "red", message: words.refusals[refusal] });
      },
      (fault: unknown) => notifyFault(all, fault),
    );
  const points = value?.points ?? [];
  return (
    <Section title={words.title} hint={words.hint} sought={sought}>
      <Stack>
        {error !== undefined && <FaultView error={error} />}
        {value && points.length === 0 && <Text c="dimmed">{words.none}</Text>}
        {points.length > 0 && (
          <PointTable points={points} reason={reason} onOpen={setOpen} onResume={resume} />
        )}
        <Group>
          <ExplainedButton
            variant="default"
            reason={reason}
            leftSection={<IconMapPinPlus size="1.1rem" aria-hidden />}
            onClick={() => setOpen({ kind: "edit", point: undefined })}
          >
            {words.add}
          </ExplainedButton>
          {points.some(({ point }) => isInUse(point)) && (
            <Button
              variant="default"
              leftSection={<IconPrinter size="1.1rem" aria-hidden />}
              onClick={() => setOpen({ kind: "labels", id: "" })}
            >
              {words.labels}
            </Button>
          )}
        </Group>
      </Stack>
      {open?.kind === "edit" && <PointDialog point={open.point} onSaved={done} onClose={close} />}
      {open?.kind === "labels" && <PointLabels id={open.id} onClose={close} />}
      {open?.kind === "end" && (
        <ReasonDialog
          title={words.endTitle(nameOfPoint(open.point))}
          hint={words.endHint}
          label={words.endReason}
          confirm={words.end(nameOfPoint(open.point))}
          cancel={all.common.cancel}
          maxLength={500}
          onConfirm={(why) => end(open.point, why)}
          onClose={close}
        />
      )}
    </Section>
  );
}

function PointTable(props: {
  points: readonly CountedPoint[];
  reason: string | undefined;
  onOpen: (open: Open) => void;
  onResume: (point: CustodyPointRecord) => void;
}) {
  const { points, reason, onOpen, onResume } = props;
  const { points: words, custody } = useWords();
  const { count, time } = useFormat();
  return (
    <Table.ScrollContainer minWidth={620} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={words.title} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th>{words.state}</Table.Th>
            <Table.Th ta="right">{words.papers}</Table.Th>
            <Table.Th>{words.actions}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map(({ point, papers }) => {
            const name = nameOfPoint(point);
            const used = isInUse(point);
            const small = { variant: "default", size: "compact-sm" } as const;
            return (
              <Table.Tr key={point.id}>
                <Table.Th scope="row">
                  <Text fw={600}>{name}</Text>
                  <Text size="sm" c="dimmed" fw={400}>
                    {custody.points[point.kind]}
                  </Text>
                </Table.Th>
                <Table.Td>
                  {used ? words.inUse : words.ended(time(point.endedAt), point.endedBy, point.endedReason)}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {count(papers)}
                </Table.Td>
                <Table.Td>
                  <Group gap="xs">
                    <ExplainedButton
                      {...small}
                      reason={reason}
                      aria-label={words.edit(name)}
                      onClick={() => onOpen({ kind: "edit", point })}
                    >
                      {words.editShort}
                    </ExplainedButton>
                    {used && (
                      <Button
                        {...small}
                        aria-label={words.label(name)}
                        onClick={() => onOpen({ kind: "labels", id: point.id })}
                      >
                        {words.labelShort}
                      </Button>
                    )}
                    <ExplainedButton
                      {...small}
                      reason={reason}
                      aria-label={used ? words.end(name) : words.resume(name)}
                      onClick={() => (used ? onOpen({ kind: "end", point }) : onResume(point))}
                    >
                      {used ? words.endShort : words.resumeShort}
                    </ExplainedButton>
                  </Group>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
