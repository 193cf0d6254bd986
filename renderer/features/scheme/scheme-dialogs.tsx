import type { Fonds } from "#shared/archive/fonds.ts";
import { childrenOf, idsBelow, nameOfGroup, type SchemeNode } from "#shared/archive/scheme.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { AddDialog } from "./add-dialog.tsx";
import { GroupDialog } from "./group-dialog.tsx";
import { GrowDialog, type GrowSource } from "./grow-dialog.tsx";
import { RenumberDialog } from "./renumber-dialog.tsx";
import { type NewPlace, planEdits, planRenumber, withdrawEdits } from "./scheme-edits.ts";
import type { SchemeActions } from "./use-scheme-actions.ts";

/** What is asked before it is done to a scheme. */
export type SchemeQuestion =
  | { kind: "add"; place: NewPlace }
  | { kind: "edit" | "withdraw"; node: SchemeNode }
  | { kind: "renumber"; parentId: string }
  | { kind: "grow"; source: GrowSource };

type DialogProps = {
  fonds: Fonds;
  scheme: readonly SchemeNode[];
  filesOf: (node: SchemeNode) => number;
  actions: SchemeActions;
  nameOf: (id: string) => string;
  /** Told of a group that was added. */
  onMade: (id: string) => void;
  onClose: () => void;
};

/** The dialog of a question, and what its answer does. */
export function SchemeDialogs(props: DialogProps & { question: SchemeQuestion }) {
  const { question, fonds, scheme, actions, onClose } = props;
  const work = useWork();
  const all = useWords();
  const words = all.scheme;
  const { count } = useFormat();
  switch (question.kind) {
    case "add":
      return (
        <AddDialog
          {...props}
          place={question.place}
          title={words.adding(props.nameOf(question.place.parentId))}
        />
      );
    case "edit": {
      const { node } = question;
      const { id, notation, title, note } = node.group;
      const others = childrenOf(scheme, node.parentId).filter(({ group }) => group.id !== id);
      return (
        <GroupDialog
          title={words.editing(nameOfGroup(node))}
          initial={{ notation, title, note }}
          taken={others.map(({ group }) => group.notation)}
          onSave={(fields) => {
            onClose();
            void actions.write(words.stepsDone.edit, () => [{ collection: "groups", id, fields }], false);
          }}
          onClose={onClose}
        />
      );
    }
    case "withdraw": {
      const { node } = question;
      return (
        <ReasonDialog
          title={words.withdrawTitle(nameOfGroup(node))}
          hint={words.withdrawHint(count(idsBelow(node).length), count(props.filesOf(node)))}
          label={words.withdrawReason}
          confirm={words.withdraw}
          cancel={all.common.cancel}
          maxLength={500}
          onClose={onClose}
          onConfirm={(reason) => {
            onClose();
            void actions.write(words.stepsDone.withdraw, () => withdrawEdits(node, reason));
          }}
        />
      );
    }
    case "renumber": {
      const changes = planRenumber(scheme, question.parentId);
      return (
        <RenumberDialog
          changes={changes}
          onClose={onClose}
          onConfirm={() => {
            onClose();
            void actions.write(words.stepsDone.renumber, (now) =>
              planRenumber(now, question.parentId).map(({ group, notation }) => ({
                collection: "groups",
                id: group.id,
                fields: { notation },
              })),
            );
          }}
        />
      );
    }
    case "grow":
      return (
        <GrowDialog
          source={question.source}
          fondsId={fonds.id}
          scheme={scheme}
          onClose={onClose}
          onWrite={(plan) => {
            onClose();
            void actions.write(words.stepsDone[question.source], (now) => planEdits(work, fonds, now, plan));
          }}
        />
      );
  }
}
