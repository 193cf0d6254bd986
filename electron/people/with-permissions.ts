import { type Act, may } from "#shared/archive/permissions.ts";
import type { Profile } from "#shared/archive/profile.ts";
import type { CallName, DeskHandlers } from "#shared/contract/desk.ts";
import { callActs } from "#shared/contract/call-acts.ts";
import { DeskFault } from "#shared/contract/fault.ts";

type Parts = {
  profile: () => Profile | null;
  /** Whether whoever is at work leads this machine; anybody does where nobody is listed. */
  isHead: () => boolean;
  /** Whether a call is about the sample, in which one person plays every role. */
  ofSample: (name: CallName, input: unknown) => boolean;
};

/**
 * The desk's calls by the table of permissions, whatever the screen shows: one that the role at work may not make
 * fails with `not-your-role`. Before the first run there is no role, and nothing to protect.
 */
export function withPermissions(handlers: DeskHandlers, parts: Parts): DeskHandlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => {
    const call = handler as (input: unknown) => unknown;
    const act = callActs[name as CallName];
    const guard = (input: unknown): unknown => {
      if (!mayNow(act, parts) && !parts.ofSample(name as CallName, input))
        throw new DeskFault("not-your-role", { detail: `${name}: ${act}` });
      return call(input);
    };
    return [name, guard];
  });
  return Object.fromEntries(guarded) as DeskHandlers;
}

function mayNow(act: Act, { profile, isHead }: Parts): boolean {
  const role = profile()?.role;
  if (role === undefined || may(role, act)) return true;
  return act === "keep-machine" && isHead();
}
