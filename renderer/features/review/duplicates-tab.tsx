import { Chip, Group, Stack, Switch, Text } from "@mantine/core";
import { IconCopyCheck } from "@tabler/icons-react";
import { useState } from "react";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { DuplicateGroup } from "#shared/contract/listing.ts";
import { Choice } from "#shared/base/schema.ts";
import { useFormat } from "#renderer/app/format.ts";
import type { ViewedList } from "#renderer/app/saved-views.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { ViewsMenu } from "#renderer/app/views-menu.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import { Checked } from "./checked.tsx";
import { DuplicateCard } from "./duplicate-card.tsx";

const kinds = ["same", "near", "content"] as const;

const viewSchema = Type.Object({ kind: Choice(["", ...kinds]), justifiedToo: Type.Boolean() });

const duplicateViews: ViewedList<Static<typeof viewSchema>> = {
  key: "review.duplicates",
  is: (value) => Check(viewSchema, value),
};

/** Groups of documents that may be one, side by side; each is kept with a reason, or all but one withdrawn. */
export function DuplicatesTab({ fonds }: { fonds: Fonds }) {
  const desk = useDesk();
  const asked = useAskedAgain(
    `review/duplicates/${fonds.id}`,
    () => desk.call("listing.duplicates", { fondsId: fonds.id }),
    ["records.changed"],
  );
  return <Checked asked={asked}>{({ groups }) => <Groups groups={groups} />}</Checked>;
}

function Groups({ groups }: { groups: readonly DuplicateGroup[] }) {
  const { duplicates: words } = useWords().review;
  const { count } = useFormat();
  const [kind, setKind] = useState<(typeof kinds)[number] | "">("");
  const [justifiedToo, setJustifiedToo] = useState(false);
  const wanted = groups.filter(({ justified }) => justifiedToo || !justified);
  const listed = kind === "" ? wanted : wanted.filter((group) => group.kind === kind);
  const number = (name: string) => wanted.filter((group) => group.kind === name).length;
  return (
    <Stack>
      <Text c="dimmed">{words.hint}</Text>
      <Group justify="space-between">
        <Chip.Group
          multiple={false}
          value={kind}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? "")}
        >
          <Group gap="xs" role="radiogroup" aria-label={words.filter}>
            <Chip value="">{`${words.kinds.all} (${count(wanted.length)})`}</Chip>
            {kinds.map((name) => (
              <Chip key={name} value={name} title={words.kindHints[name]}>
                {`${words.kinds[name]} (${count(number(name))})`}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Group gap="md">
          <Switch
            label={words.justifiedToo}
            checked={justifiedToo}
            onChange={(event) => setJustifiedToo(event.currentTarget.checked)}
          />
          <ViewsMenu
            list={duplicateViews}
            keeps="filter"
            current={{ kind, justifiedToo }}
            onView={(shown) => {
              setKind(shown.kind);
              setJustifiedToo(shown.justifiedToo);
            }}
          />
        </Group>
      </Group>
      {listed.length === 0 ? (
        <EmptyState Icon={IconCopyCheck} title={words.none} hint={words.noneHint} />
      ) : (
        <VirtualList
          label={words.list}
          count={listed.length}
          rowHeight={26}
          height="max(24rem, calc(100vh - 22rem))"
          keyOf={(at) => listed[at]?.itemIds.join(" ") ?? ""}
          renderRow={(at) => {
            const group = listed[at];
            return group && <DuplicateCard group={group} at={at} />;
          }}
        />
      )}
    </Stack>
  );
}
