import { Group, Stack, Text } from "@mantine/core";
import {
  IconCircleCheck,
  IconCircleX,
  IconClockExclamation,
  IconHelpCircle,
  IconPencilOff,
} from "@tabler/icons-react";
import type { DocumentSignatures } from "#shared/contract/signing.ts";
import type { SignatureFinding } from "#shared/signing/signature-finding.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

const looks = {
  valid: { Icon: IconCircleCheck, color: "lacquer" },
  expired: { Icon: IconClockExclamation, color: "yellow" },
  altered: { Icon: IconCircleX, color: "red" },
  unreadable: { Icon: IconHelpCircle, color: "yellow" },
} as const;

/** Verifies the signatures of every document of a file, and says of each how it stands and whose it is. */
export function SignatureList(props: { fileId: string; label: string; onClose: () => void }) {
  const all = useWords();
  const words = all.signing;
  const desk = useDesk();
  const { fileId, label, onClose } = props;
  const { value, error, ask } = useAsked(`signatures/${fileId}`, () =>
    desk.call("signing.verify", { fileId }),
  );
  return (
    <SideSheet title={words.verifyTitle(label)} close={all.common.close} onClose={onClose}>
      <Stack gap="lg">
        {error !== undefined && <FaultView error={error} onRetry={ask} />}
        {!value && error === undefined && <Text role="status">{words.verifying}</Text>}
        {value?.documents.length === 0 && <Text>{words.noDocuments}</Text>}
        {value?.documents.map((document) => (
          <Stack key={document.itemId} gap="xs" role="group" aria-label={`${document.ordinal}`}>
            <Text fw={600}>
              {document.ordinal}. {document.subject}
            </Text>
            <Signatures document={document} />
          </Stack>
        ))}
        {value && value.documents.some(({ signatures }) => signatures.length > 0) && (
          <Text size="sm" c="dimmed">
            {words.notAsked}
          </Text>
        )}
      </Stack>
    </SideSheet>
  );
}

/** The signature of one item, as it is found now; nothing of one that was never signed. */
export function ItemSignature(props: { itemId: string; fileId: string; digest: string }) {
  const desk = useDesk();
  const { itemId, fileId, digest } = props;
  const { value } = useAsked(`signature/${itemId}/${digest}`, () =>
    desk.call("signing.verify", { fileId, itemId }),
  );
  const document = value?.documents[0];
  if (!document || (!document.recorded && document.signatures.length === 0)) return null;
  return <Signatures document={document} />;
}

function Signatures({ document }: { document: DocumentSignatures }) {
  const words = useWords().signing;
  const { recorded, here, signatures } = document;
  if (!here) return <Text size="sm">{words.notHere}</Text>;
  if (signatures.length === 0) {
    if (!recorded) return <StateBadge Icon={IconPencilOff} label={words.unsigned} color="gray" />;
    return (
      <Stack gap={4} align="flex-start">
        <StateBadge {...looks.altered} label={words.states.altered.label} />
        <Text size="sm">{words.lost}</Text>
      </Stack>
    );
  }
  return signatures.map((finding, at) => <Finding key={at} finding={finding} />);
}

function Finding({ finding }: { finding: SignatureFinding }) {
  const words = useWords().signing;
  const { time } = useFormat();
  const { state, trust, signer, signedAt, stampedAt } = finding;
  const lines = [
    signer && words.signedBy(signer.name, signer.issuer),
    signedAt !== "" && words.signedAt(time(signedAt)),
    stampedAt !== "" && words.stampedAt(time(stampedAt)),
    signer && words.serial(signer.serial),
    words.states[state].hint,
    state === "valid" || state === "expired" ? words.trust[trust] : "",
  ].filter((line): line is string => typeof line === "string" && line !== "");
  return (
    <Stack gap={4} align="flex-start">
      <Group gap="xs">
        <StateBadge {...looks[state]} label={words.states[state].label} />
      </Group>
      {lines.map((line) => (
        <Text key={line} size="sm" style={{ overflowWrap: "anywhere" }}>
          {line}
        </Text>
      ))}
    </Stack>
  );
}
