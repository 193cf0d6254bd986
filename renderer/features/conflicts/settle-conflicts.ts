import type { Conflict } from "#shared/archive/conflict.ts";
import { choiceOf, fieldsOfChoice } from "#shared/archive/settle-conflict.ts";
import { changeRecords, type FieldChange, type Fields } from "#renderer/db/change-records.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Doing } from "#renderer/work/history.ts";

/** A value chosen for one conflict; without a value the record is left as it is, for a later edit has decided. */
export type Choice = { conflict: Conflict; value?: unknown; reason?: string };

/**
 * Settles conflicts as one step that can be undone: each record gets the chosen value, written anew even where it
 * holds it already, so that the choice wins over what was chosen elsewhere before; and each conflict is settled,
 * everywhere. Answers how many.
 */
export function settleConflicts(work: Work, doing: Doing, choices: readonly Choice[]): Promise<number> {
  const { history, label } = doing;
  return history.inTurn(async () => {
    const settler = { by: work.profile.name, at: work.now() };
    const changes: FieldChange[] = [];
    for (const [collection, own] of groupBy(choices, ({ conflict }) => conflict.subject)) {
      const fields = new Map<string, Fields>();
      for (const choice of own) {
        if (!("value" in choice)) continue;
        const { conflict, value } = choice;
        const before = fields.get(conflict.subjectId);
        fields.set(conflict.subjectId, { ...before, ...fieldsOfChoice(conflict, value, settler) });
      }
      const ids = [...fields.keys()];
      const options = { anew: true };
      changes.push(
        ...(await changeRecords(work, collection, ids, ({ id }) => fields.get(id) ?? {}, options)),
      );
    }
    const chosen = new Map(choices.map((choice) => [choice.conflict.id, choice]));
    const settled = await changeRecords(work, "conflicts", [...chosen.keys()], ({ id }) => {
      const choice = chosen.get(id);
      if (!choice) return {};
      const which = "value" in choice ? choiceOf(choice.conflict, choice.value) : "";
      const { reason = "" } = choice;
      return { standing: "settled", choice: which, settledAt: settler.at, settledBy: settler.by, reason };
    });
    changes.push(...settled);
    history.push({ label, changes });
    return settled.length;
  });
}

function groupBy<Kind, Key>(all: readonly Kind[], keyOf: (one: Kind) => Key): Map<Key, Kind[]> {
  const groups = new Map<Key, Kind[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
