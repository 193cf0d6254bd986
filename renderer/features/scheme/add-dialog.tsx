import { useRef } from "react";
import type { Fonds } from "#shared/archive/fonds.ts";
import { nextNotation } from "#shared/archive/next-notation.ts";
import { childrenOf, levelOf, nextPlace, type SchemeNode } from "#shared/archive/scheme.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { GroupDialog } from "./group-dialog.tsx";
import { addEdits, type GroupFields, type NewPlace } from "./scheme-edits.ts";
import type { SchemeActions } from "./use-scheme-actions.ts";

/** Asks for new groups at a place, one after the other. */
export function AddDialog(props: {
  title: string;
  fonds: Fonds;
  scheme: readonly SchemeNode[];
  place: NewPlace;
  actions: SchemeActions;
  onMade: (id: string) => void;
  onClose: () => void;
}) {
  const { fonds, scheme, place, actions, onMade, onClose } = props;
  const { parentId } = place;
  const work = useWork();
  const words = useWords().scheme;
  const after = useRef(place.after);
  const add = (fields: GroupFields) =>
    actions.write(
      words.stepsDone.add,
      (now) => {
        const beside = after.current === undefined ? {} : { after: after.current };
        const { id, edits } = addEdits(work, fonds, now, { parentId, ...beside }, fields);
        if (after.current !== undefined) after.current = id;
        onMade(id);
        return edits;
      },
      false,
    );
  return (
    <GroupDialog
      title={props.title}
      initial={{ notation: nextPlace(scheme, parentId).notation, title: "", note: "" }}
      taken={childrenOf(scheme, parentId).map(({ group }) => group.notation)}
      onSave={(fields) => {
        onClose();
        void add(fields);
      }}
      onSaveNext={(fields, taken) => {
        void add(fields);
        return { notation: nextNotation(taken, levelOf(scheme, parentId) + 1), title: "", note: "" };
      }}
      onClose={onClose}
    />
  );
}
