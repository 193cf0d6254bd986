import { type Role, roles } from "#shared/archive/role.ts";

const listers = ["commune-preparer", "sorter", "district-checker"] as const;
const district = ["sorter", "capture-operator", "checker", "approver", "district-checker"] as const;
const center = ["commune-preparer", ...district] as const;

/**
 * Who may do what: one table, which the screen shows, the desk asks at each call and record, and the province at each
 * route. What is done with a batch's state asks it through `batchMoves`.
 */
export const permissions = {
  /** Reading, searching, printing, the sample, one's own settings. */
  look: roles,
  /** The inventory: fonds, schemes, files, boxes, imports. */
  list: listers,
  /** Items and pages in themselves: names, fields read from a scan, order. */
  "edit-items": ["commune-preparer", "sorter", "capture-operator", "checker", "district-checker"],
  "make-batch": listers,
  "hand-over": listers,
  receive: ["sorter", "capture-operator", "checker", "district-checker"],
  prepare: ["sorter", "capture-operator", "district-checker"],
  capture: ["capture-operator", "district-checker"],
  "judge-pages": ["capture-operator", "checker", "district-checker"],
  "plan-check": ["checker", "district-checker"],
  check: ["checker", "district-checker"],
  /** Seeing whose defects are counted, to help them; the others see the figures without names. */
  "name-operators": ["checker", "approver", "district-checker"],
  /** Going on with what breaks a rule, with a written reason. */
  justify: ["checker", "approver", "district-checker"],
  "send-back": ["checker", "approver", "district-checker"],
  accept: ["approver", "district-checker"],
  reopen: ["approver", "district-checker"],
  /** Putting the body's signature on what was accepted. */
  sign: ["approver", "district-checker"],
  pack: ["checker", "approver", "district-checker"],
  hold: center,
  /** Giving a batch days of its own by which it is to have come to its steps. */
  "set-due": ["approver", "district-checker"],
  claim: center,
  note: roles,
  custody: center,
  /** The points of a center at which paper is scanned. */
  "set-points": ["sorter", "district-checker"],
  report: ["approver", "district-checker", "province-officer"],
  /** Sending to the province and the hub, by the line or by stick. */
  exchange: [...center, "administrator"],
  "lock-scans": ["district-checker", "province-officer", "administrator"],
  "name-renditions": ["district-checker", "province-officer", "administrator"],
  /** The machine itself: letting in, restoring, its people. Who leads a shared machine may, whatever their role. */
  "keep-machine": ["administrator"],
  /** Finding and reading what is closed to others: what tells of persons. */
  "see-closed": ["approver", "district-checker", "province-officer"],
  "confirm-codes": ["province-officer"],
  /** Deciding which entries of several units are of one fonds. */
  "reconcile-fonds": ["province-officer"],
  "decide-terms": ["province-officer"],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof permissions;

export const acts = Object.keys(permissions) as Act[];

/** Whether a person or machine of this role may do it. */
export function may(role: Role, act: Act): boolean {
  const allowed: readonly Role[] = permissions[act];
  return allowed.includes(role);
}
