import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import type { Unmatched } from "#shared/contract/capture.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useSteps, useWork } from "#renderer/app/session.tsx";
import { useHistory } from "#renderer/app/use-history.tsx";
import { useWords } from "#renderer/app/words.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { layArrivals } from "#renderer/work/lay-arrivals.ts";

/** Lays what waits into an item and tells it in the corner, with a button that undoes it. True where it was laid. */
export type Lay = (arrivals: readonly Unmatched[], document: Document) => Promise<boolean>;

export function useLaying(onLaid: () => void): Lay {
  const words = useWords();
  const { tray } = words.matching;
  const { count } = useFormat();
  const work = useWork();
  const desk = useDesk();
  const history = useSteps();
  const { undo } = useHistory();
  return useCallback(
    async (arrivals, { file, item }) => {
      const pages = count(arrivals.reduce((sum, one) => sum + one.pages, 0));
      try {
        const doing = { history, label: tray.label(pages) };
        const laid = await layArrivals(work, desk, doing, arrivals, { itemId: item.id });
        if (!laid.ok) {
          notifications.show({ color: "red", message: tray.refusals[laid.fault] });
          return false;
        }
      } catch (error) {
        notifyFault(words, error);
        return false;
      } finally {
        onLaid();
      }
      const shown = notifications.show({
        autoClose: 10_000,
        message: (
          <Group justify="space-between" gap="xs">
            <Text size="sm">{tray.laid(pages, `${file.code}.${item.ordinal}`)}</Text>
            <Button
              size="compact-md"
              variant="light"
              onClick={() => {
                notifications.hide(shown);
                undo();
              }}
            >
              {tray.undo}
            </Button>
          </Group>
        ),
      });
      return true;
    },
    [work, desk, history, words, tray, count, undo, onLaid],
  );
}
