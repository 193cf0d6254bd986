import { Badge, Button, FileButton, Group, List, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { Link } from "wouter";
import type { Handover, HandoverDifference } from "#shared/archive/handover.ts";
import { may } from "#shared/archive/permissions.ts";
import { shortCode } from "#shared/handover/attached-list.ts";
import { refuseSigning } from "#shared/handover/count-against.ts";
import { DocumentWindow } from "#renderer/app/document-window.tsx";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { saveObject } from "#renderer/app/save-object.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** One set of minutes: what it states, what was counted, and what can be done with it. */
export function HandoverRow({ handover, onChanged }: { handover: Handover; onChanged: () => void }) {
  const all = useWords();
  const words = all.handovers;
  const desk = useDesk();
  const { profile } = useWork();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<{ title: string; url: string }>();
  const { number, stated, differences, countedAt, countedBy, signedDigest } = handover;
  const doing = (work: () => Promise<void>) => {
    setBusy(true);
    work()
      .catch((error: unknown) => notifyFault(all, error))
      .finally(() => setBusy(false));
  };
  const print = (kind: "pdf" | "docx") =>
    doing(async () => {
      const blank = { parent: "", agency: "", place: "", date: "", preparer: "", position: "", year: "" };
      const made = await desk.call("handovers.form", { id: handover.id, format: kind, words: blank });
      if (kind === "pdf") setShown({ title: made.name, url: desk.objectUrl(made.digest) });
      await saveObject(desk, made.digest, made.name);
    });
  const keep = (scan: File | null) => {
    if (!scan) return;
    doing(async () => {
      const { digest } = await desk.store(scan);
      const answer = await desk.call("handovers.keepSigned", { id: handover.id, digest });
      if ("refused" in answer) notifications.show({ color: "red", message: words.refusals[answer.refused] });
      else notifications.show({ message: words.signedKept(number) });
      onChanged();
    });
  };
  const signing = refuseSigning(handover);
  const counted = countedAt === "" ? "" : format.time(countedAt);
  return (
    <Stack component="li" gap="xs">
      <Group gap="sm">
        <Text fw={600}>{words.number(number, words.occasions[handover.occasion])}</Text>
        {signedDigest !== "" && <Badge variant="light">{words.signed}</Badge>}
      </Group>
      <Text size="sm" className="figures">
        {words.facts(
          format.count(stated.files),
          format.count(stated.boxes),
          format.count(stated.leaves),
          shortCode(handover.listDigest),
        )}
      </Text>
      <Text size="sm" {...(differences.length > 0 ? { fw: 600 } : {})}>
        {countedAt === ""
          ? words.notCounted
          : differences.length === 0
            ? words.agrees(counted, countedBy)
            : words.differs(format.count(differences.length), counted, countedBy)}
      </Text>
      {differences.length > 0 && <Differences differences={differences} label={words.differences(number)} />}
      <Group gap="sm">
        <Button variant="light" loading={busy} onClick={() => print("pdf")}>
          {words.pdf}
        </Button>
        <Button variant="default" loading={busy} onClick={() => print("docx")}>
          {words.docx}
        </Button>
        {signedDigest === "" && !may(profile.role, "receive") && (
          <ExplainedButton variant="default" reason={words.notYours} onClick={() => undefined}>
            {words.count}
          </ExplainedButton>
        )}
        {signedDigest === "" && may(profile.role, "receive") && (
          <Button
            component={Link}
            href={`/batches/${handover.batchId}/handovers/${handover.id}`}
            variant="default"
          >
            {words.count}
          </Button>
        )}
        {signing === undefined ? (
          <FileButton onChange={keep} accept="application/pdf">
            {(own) => (
              <Button {...own} variant="default" loading={busy}>
                {words.keepSigned}
              </Button>
            )}
          </FileButton>
        ) : signing === "signed" ? (
          <Button
            variant="default"
            onClick={() => setShown({ title: words.signed, url: desk.objectUrl(signedDigest) })}
          >
            {words.seeSigned}
          </Button>
        ) : (
          <ExplainedButton variant="default" reason={words.refusals[signing]} onClick={() => undefined}>
            {words.keepSigned}
          </ExplainedButton>
        )}
      </Group>
      <DocumentWindow shown={shown} onClose={() => setShown(undefined)} />
    </Stack>
  );
}

function Differences(props: { differences: readonly HandoverDifference[]; label: string }) {
  const all = useWords();
  const words = all.handovers;
  const condition = (code: string) => all.inventory.codes.condition[code] ?? words.asListed;
  const said = ({ what, expected, found }: HandoverDifference) =>
    ({
      missing: words.missing,
      extra: words.extra,
      leaves: words.leavesDiffer(expected, found),
      condition: words.conditionDiffers(condition(expected), condition(found)),
    })[what];
  return (
    <List size="sm" aria-label={props.label} mah="16rem" style={{ overflowY: "auto" }} tabIndex={0}>
      {props.differences.map((one) => (
        <List.Item key={`${one.fileId} ${one.label} ${one.what}`}>
          <b className="figures">{one.label}</b>: {said(one)}
        </List.Item>
      ))}
    </List>
  );
}
