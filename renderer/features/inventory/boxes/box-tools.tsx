import { Button, Group } from "@mantine/core";
import { IconEdit, IconFiles, IconPrinter, IconTable } from "@tabler/icons-react";
import { Link } from "wouter";
import { toBoxForms } from "#renderer/app/addresses.ts";
import { toListed } from "#renderer/app/listed.ts";
import { UndoTools } from "#renderer/app/undo-tools.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import type { BoxAsk } from "./box-list.tsx";
import type { BoxRow } from "./box-rows.ts";

/** What can be done with the chosen box; what cannot be done now says why. */
export function BoxTools(props: {
  fondsId: string;
  chosen: BoxRow | undefined;
  /** Why nothing can be changed, where it cannot. */
  locked: string | undefined;
  onAsk: (ask: BoxAsk) => void;
}) {
  const { fondsId, chosen, locked, onAsk } = props;
  const all = useWords();
  const words = all.boxes;
  const none = chosen ? undefined : words.choose;
  return (
    <Group role="toolbar" aria-label={words.title} gap="xs">
      <ExplainedButton
        leftSection={<IconEdit size="1.1rem" aria-hidden />}
        reason={locked ?? none}
        {...(locked === undefined ? { title: words.editKey } : {})}
        onClick={() => onAsk("edit")}
      >
        {words.edit}
      </ExplainedButton>
      <ExplainedButton
        variant="default"
        leftSection={<IconFiles size="1.1rem" aria-hidden />}
        reason={none}
        {...(chosen ? { title: words.contentsKey } : {})}
        onClick={() => onAsk("contents")}
      >
        {words.contents}
      </ExplainedButton>
      <UndoTools locked={locked} />
      {chosen && chosen.files > 0 && (
        <Button
          component={Link}
          href={toBoxForms(fondsId, { inventory: chosen.inventory, number: chosen.number })}
          variant="subtle"
          leftSection={<IconPrinter size="1.1rem" aria-hidden />}
        >
          {words.print}
        </Button>
      )}
      {chosen && chosen.files > 0 && (
        <Button
          component={Link}
          href={toListed(fondsId, {
            collection: "files",
            filter: { inventory: chosen.inventory, box: chosen.number },
          })}
          variant="subtle"
          leftSection={<IconTable size="1.1rem" aria-hidden />}
        >
          {words.inGrid}
        </Button>
      )}
    </Group>
  );
}
