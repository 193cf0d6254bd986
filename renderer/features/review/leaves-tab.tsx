import { Anchor, Group, Paper, Stack, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { LeafFinding } from "#shared/contract/listing.ts";
import { writeLeaves } from "#shared/archive/leaf-span.ts";
import { toFile } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import { mayEdit } from "#renderer/work/may-edit.ts";
import { Checked } from "./checked.tsx";
import { RenumberDialog } from "./renumber-dialog.tsx";
import { writeRanges } from "./write-ranges.ts";

const mostNamed = 20;

/** Files whose leaf numbers do not run from 1 to the last, and renumbering with a preview. */
export function LeavesTab({ fonds }: { fonds: Fonds }) {
  const desk = useDesk();
  const { leaves: words } = useWords().review;
  const { count } = useFormat();
  const [renumbered, setRenumbered] = useState<LeafFinding>();
  const asked = useAskedAgain(
    `review/leaves/${fonds.id}`,
    () => desk.call("listing.leaves", { fondsId: fonds.id }),
    ["records.changed"],
  );
  return (
    <>
      <Checked asked={asked}>
        {({ findings }) =>
          findings.length === 0 ? (
            <EmptyState Icon={IconCircleCheck} title={words.none} hint={words.noneHint} />
          ) : (
            <Stack>
              <Text c="dimmed">{words.hint}</Text>
              <Text role="status">{words.found(count(findings.length))}</Text>
              <VirtualList
                label={words.list}
                count={findings.length}
                rowHeight={6}
                height="max(24rem, calc(100vh - 23rem))"
                keyOf={(at) => findings[at]?.fileId ?? ""}
                renderRow={(at) => {
                  const finding = findings[at];
                  return finding && <Finding finding={finding} onRenumber={() => setRenumbered(finding)} />;
                }}
              />
            </Stack>
          )
        }
      </Checked>
      {renumbered && (
        <RenumberDialog
          fileId={renumbered.fileId}
          code={renumbered.code}
          onClose={() => setRenumbered(undefined)}
        />
      )}
    </>
  );
}

function Finding({ finding, onRenumber }: { finding: LeafFinding; onRenumber: () => void }) {
  const { review } = useWords();
  const words = review.leaves;
  const { count } = useFormat();
  const work = useWork();
  const { gaps, overlaps, unread, last, listed, code } = finding;
  const { text, left } = writeRanges(gaps, mostNamed);
  return (
    <Paper component="article" aria-label={code} withBorder p="md" mb="sm" mr="xs">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap="0.2rem" miw={0}>
          <Anchor component={Link} href={toFile(finding.fileId)} fw={600} className="figures">
            {code}
          </Anchor>
          {gaps.length > 0 && (
            <Text>{words.gaps(left > 0 ? `${text}, ${review.numbers.andMore(count(left))}` : text)}</Text>
          )}
          {overlaps.slice(0, mostNamed).map(({ leaves, itemIds }) => (
            <Text key={leaves.join("-")}>{words.overlap(writeLeaves(leaves), count(itemIds.length))}</Text>
          ))}
          {overlaps.length > mostNamed && (
            <Text>{review.numbers.andMore(count(overlaps.length - mostNamed))}</Text>
          )}
          {unread.length > 0 && <Text>{words.unread(count(unread.length))}</Text>}
          {last !== 0 && listed !== 0 && last !== listed && (
            <Text>{words.miscounted(String(last), String(listed))}</Text>
          )}
        </Stack>
        <ExplainedButton
          variant="default"
          aria-label={words.renumberOf(code)}
          reason={mayEdit(work.profile.role) ? undefined : review.mayNot}
          onClick={onRenumber}
          style={{ flexShrink: 0 }}
        >
          {words.renumber}
        </ExplainedButton>
      </Group>
    </Paper>
  );
}
