import type { TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { type CallName, deskCalls, type DeskHandlers } from "#shared/contract/desk.ts";
import { isDamaged } from "#electron/journal/damage.ts";
import { DeskFault, type Fault } from "#shared/contract/fault.ts";
import { SealedObjectFault } from "#shared/node/sealed-object.ts";
import { sealedFault } from "#electron/sealing/sealed-fault.ts";

const validators = new Map<string, Validator>();

/**
 * Answers one call from the screen: the name must be in the contract and the input of its schema. Never rejects;
 * an error a handler did not foresee becomes `internal`, and `report` hears of it.
 */
export async function answer(
  handlers: DeskHandlers,
  name: string,
  input: unknown,
  report: (error: unknown) => void,
): Promise<Result<unknown, Fault>> {
  if (!isCallName(name)) return fail(new DeskFault("bad-call", { detail: "no such call" }).toFault());
  if (!validatorOf(name).Check(input)) {
    const [first] = validatorOf(name).Errors(input);
    const detail = `${name} ${first?.instancePath ?? ""} ${first?.message ?? ""}`;
    return fail(new DeskFault("bad-call", { detail }).toFault());
  }
  try {
    const handler = handlers[name] as (input: unknown) => unknown;
    return ok(await handler(input));
  } catch (error) {
    if (error instanceof DeskFault) return fail(error.toFault());
    if (error instanceof SealedObjectFault) return fail(sealedFault(error).toFault());
    report(error);
    if (isDamaged(error))
      return fail(new DeskFault("journal-damaged", { lasting: false, detail: name }).toFault());
    return fail(new DeskFault("internal", { lasting: false, detail: name }).toFault());
  }
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(deskCalls, name);
}

function validatorOf(name: CallName): Validator {
  let validator = validators.get(name);
  if (!validator) {
    validator = Compile<TSchema, Validator>(deskCalls[name].input);
    validators.set(name, validator);
  }
  return validator;
}
