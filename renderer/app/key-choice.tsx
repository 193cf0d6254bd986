import { ActionIcon, Button, Group, Kbd } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useWords } from "#renderer/app/words.tsx";
import { chordOf } from "#renderer/ui/chord.ts";

/** A person's own key for what one of the app's does: shown, chosen by pressing it, dropped. */
export function KeyChoice(props: {
  keys: string;
  meaning: string;
  own: string | undefined;
  isChoosing: boolean;
  onChoose: (keys: string) => void;
  onPress: (pressed: string) => void;
  onReset: () => void;
}) {
  const words = useWords().ownKeys;
  const { keys, own, isChoosing, onChoose } = props;
  return (
    <Group gap="0.35rem" justify="flex-end" wrap="nowrap">
      {own !== undefined && !isChoosing && (
        <>
          <Kbd size="sm">{own}</Kbd>
          <ActionIcon variant="subtle" size="sm" aria-label={words.reset(keys)} onClick={props.onReset}>
            <IconX size="0.875rem" />
          </ActionIcon>
        </>
      )}
      <Button
        variant={isChoosing ? "filled" : "subtle"}
        size="compact-sm"
        aria-label={isChoosing ? words.press : words.change(props.meaning)}
        onClick={() => onChoose(isChoosing ? "" : keys)}
        onBlur={() => isChoosing && onChoose("")}
        onKeyDown={(event) => {
          if (!isChoosing || event.key === "Tab") return;
          event.preventDefault();
          event.stopPropagation();
          const pressed = chordOf(event.nativeEvent);
          if (pressed === "Escape") onChoose("");
          else if (pressed !== undefined) props.onPress(pressed);
        }}
      >
        {isChoosing ? words.press : words.changeShort}
      </Button>
    </Group>
  );
}
