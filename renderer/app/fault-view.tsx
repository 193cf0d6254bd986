import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { DeskFault, type FaultCode } from "#shared/contract/fault.ts";
import type { Words } from "#shared/text/vi.ts";
import { DiagnosisButton } from "#renderer/app/diagnosis-dialog.tsx";
import { useDeskIfAny } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { FaultNotice } from "#renderer/ui/fault-notice.tsx";

/** Faults of the program or of its data, with which a person needs help: the bundle is offered beside them. */
const needHelp = new Set<FaultCode>([
  "internal",
  "bad-call",
  "journal-damaged",
  "journal-closed",
  "people-damaged",
  "backup-damaged",
  "hub-failed",
  "province-failed",
  "province-garbled",
]);

/** The code of anything thrown by a call to the desk or by a use-case. */
export function faultCodeOf(error: unknown): FaultCode {
  return error instanceof DeskFault ? error.code : "internal";
}

/** Anything that was thrown, in the words of its code. */
export function FaultView(props: { error: unknown; onRetry?: () => void }) {
  const words = useWords();
  const code = faultCodeOf(props.error);
  const { what, safe, next } = words.faults[code];
  const bundle = useDeskIfAny() !== undefined && needHelp.has(code);
  return (
    <FaultNotice
      what={what}
      safe={safe}
      next={next}
      action={
        (props.onRetry !== undefined || bundle) && (
          <>
            {props.onRetry && (
              <Button variant="default" onClick={props.onRetry}>
                {words.common.retry}
              </Button>
            )}
            {bundle && <DiagnosisButton />}
          </>
        )
      }
    />
  );
}

/** Says a fault in the corner, for work whose place on the screen may be gone. */
export function notifyFault(words: Words, error: unknown): void {
  const { what, safe, next } = words.faults[faultCodeOf(error)];
  notifications.show({
    color: "red",
    title: what,
    message: `${safe} ${next}`,
    autoClose: 12_000,
  });
}
