import { DeskFault } from "#shared/contract/fault.ts";
import type { Fault } from "#shared/contract/fault.ts";
import {
  type CallInput,
  type CallName,
  type CallOutput,
  type EventName,
  type EventValue,
  objectPath,
  provinceObjectPath,
  type StoredObject,
} from "#shared/contract/desk.ts";
import type { Result } from "#shared/base/result.ts";

/** What carries calls and events between screen and desk; one for each host. */
export type Wire = {
  call(name: string, input: unknown): Promise<Result<unknown, Fault>>;
  /** Listens to all events; answers how to stop. */
  listen(listener: (name: string, value: unknown) => void): () => void;
};

/** The screen's only way out. Calls reject with `DeskFault`. */
export type Desk = {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  on<Name extends EventName>(name: Name, listener: (value: EventValue<Name>) => void): () => void;
  /** Stores bytes; resolves when they are safe on the desk's disk. */
  store(bytes: Blob): Promise<StoredObject>;
  objectUrl(digest: string): string;
  provinceObjectUrl(digest: string): string;
};

export function makeDesk(wire: Wire): Desk {
  return {
    async call<Name extends CallName>(name: Name, input: CallInput<Name>) {
      const answer = await wire.call(name, input);
      if (answer.ok) return answer.value as CallOutput<Name>;
      throw toError(answer.fault);
    },
    on(name, listener) {
      return wire.listen((heard, value) => {
        if (heard === name) listener(value as EventValue<typeof name>);
      });
    },
    async store(bytes) {
      const response = await fetch(objectPath, { method: "POST", body: bytes }).catch(() => undefined);
      if (response?.ok) return (await response.json()) as StoredObject;
      if (response?.status === 401) throw new DeskFault("not-entered");
      throw toError((await response?.json().catch(() => undefined)) as Fault | undefined);
    },
    objectUrl: (digest) => `${objectPath}/${digest}`,
    provinceObjectUrl: (digest) => `${provinceObjectPath}/${digest}`,
  };
}

function toError(fault: Fault | undefined): DeskFault {
  if (!fault) return new DeskFault("internal", { lasting: false });
  return new DeskFault(fault.code, { lasting: fault.lasting, detail: fault.detail });
}
