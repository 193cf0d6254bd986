import { workbookImport } from "#shared/text/vi/workbook-import.ts";
import { boxes } from "#shared/text/vi/boxes.ts";
import { capture } from "#shared/text/vi/capture.ts";
import { check } from "#shared/text/vi/check.ts";
import { welcome } from "#shared/text/vi/welcome.ts";
import { rulePack } from "#shared/text/vi/rule-pack.ts";
import { stepList } from "#shared/text/vi/step-list.ts";
import { settings } from "#shared/text/vi/settings.ts";
import { aside } from "#shared/text/vi/aside.ts";
import { sameFonds } from "#shared/text/vi/same-fonds.ts";
import { batches } from "#shared/text/vi/batches.ts";
import { withdrawn } from "#shared/text/vi/withdrawn.ts";
import { workbook } from "#shared/text/vi/workbook.ts";
import { clock } from "#shared/text/vi/clock.ts";
import { conflicts } from "#shared/text/vi/conflicts.ts";
import { diagnosis } from "#shared/text/vi/diagnosis.ts";
import { common } from "#shared/text/vi/common.ts";
import { faults } from "#shared/text/vi/faults.ts";
import { gaps } from "#shared/text/vi/gaps.ts";
import { forms } from "#shared/text/vi/forms.ts";
import { grid } from "#shared/text/vi/grid.ts";
import { matrix } from "#shared/text/vi/matrix.ts";
import { matching } from "#shared/text/vi/matching.ts";
import { keeping } from "#shared/text/vi/keeping.ts";
import { keys } from "#shared/text/vi/keys.ts";
import { ownKeys } from "#shared/text/vi/own-keys.ts";
import { help } from "#shared/text/vi/help.ts";
import { home } from "#shared/text/vi/home.ts";
import { inventory } from "#shared/text/vi/inventory.ts";
import { quality } from "#shared/text/vi/quality.ts";
import { cost } from "#shared/text/vi/cost.ts";
import { reports } from "#shared/text/vi/reports.ts";
import { province } from "#shared/text/vi/province.ts";
import { rendition } from "#shared/text/vi/rendition.ts";
import { reading } from "#shared/text/vi/reading.ts";
import { review } from "#shared/text/vi/review.ts";
import { sample } from "#shared/text/vi/sample.ts";
import { scan } from "#shared/text/vi/scan.ts";
import { scheme } from "#shared/text/vi/scheme.ts";
import { search } from "#shared/text/vi/search.ts";
import { refused } from "#shared/text/vi/refused.ts";
import { findingAid } from "#shared/text/vi/finding-aid.ts";
import { sharing } from "#shared/text/vi/sharing.ts";
import { shell } from "#shared/text/vi/shell.ts";
import { station } from "#shared/text/vi/station.ts";
import { trail } from "#shared/text/vi/trail.ts";
import { terms } from "#shared/text/vi/terms.ts";
import { tour } from "#shared/text/vi/tour.ts";
import { units } from "#shared/text/vi/units.ts";
import { enrolment } from "#shared/text/vi/enrolment.ts";
import { freeing } from "#shared/text/vi/freeing.ts";
import { chase } from "#shared/text/vi/chase.ts";
import { custody } from "#shared/text/vi/custody.ts";
import { many } from "#shared/text/vi/many.ts";
import { decisions } from "#shared/text/vi/decisions.ts";
import { barrier } from "#shared/text/vi/barrier.ts";
import { dues } from "#shared/text/vi/dues.ts";
import { holds } from "#shared/text/vi/holds.ts";
import { handovers } from "#shared/text/vi/handovers.ts";
import { hub } from "#shared/text/vi/hub.ts";
import { parcel, takenParcels } from "#shared/text/vi/parcel.ts";
import { update } from "#shared/text/vi/update.ts";
import { people } from "#shared/text/vi/people.ts";
import { permissions } from "#shared/text/vi/permissions.ts";
import { points } from "#shared/text/vi/points.ts";
import { packages } from "#shared/text/vi/packages.ts";
import { packageCarrying } from "#shared/text/vi/package-carrying.ts";
import { packageTaking } from "#shared/text/vi/package-taking.ts";
import { portal } from "#shared/text/vi/portal.ts";
import { signing } from "#shared/text/vi/signing.ts";
import { notes } from "#shared/text/vi/notes.ts";
import { claims } from "#shared/text/vi/claims.ts";
import { rework } from "#shared/text/vi/rework.ts";
import { outbox } from "#shared/text/vi/outbox.ts";
import { uploads } from "#shared/text/vi/uploads.ts";
import { entry } from "#shared/text/vi/entry.ts";
import { views } from "#shared/text/vi/views.ts";
import { viewer } from "#shared/text/vi/viewer.ts";

/** Every word a person reads, in Vietnamese: the language the product is written in. One file for each topic. */
export const vi = {
  withdrawn,
  workbook,
  workbookImport,
  aside,
  sameFonds,
  batches,
  boxes,
  rulePack,
  stepList,
  settings,
  welcome,
  common,
  clock,
  conflicts,
  diagnosis,
  faults,
  refused,
  findingAid,
  sharing,
  shell,
  capture,
  matching,
  matrix,
  gaps,
  check,
  forms,
  grid,
  keeping,
  keys,
  enrolment,
  packages,
  packageCarrying,
  packageTaking,
  portal,
  signing,
  parcel,
  takenParcels,
  update,
  people,
  permissions,
  points,
  freeing,
  chase,
  custody,
  handovers,
  decisions,
  barrier,
  dues,
  holds,
  many,
  hub,
  uploads,
  notes,
  claims,
  rework,
  outbox,
  ownKeys,
  help,
  home,
  inventory,
  province,
  rendition,
  quality,
  cost,
  reports,
  reading,
  review,
  sample,
  scan,
  scheme,
  search,
  station,
  trail,
  terms,
  tour,
  units,
  entry,
  viewer,
  views,
};

/** What another language must have: a missing word does not compile. */
export type Words = typeof vi;
