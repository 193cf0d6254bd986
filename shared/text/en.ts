import { workbookImport } from "#shared/text/en/workbook-import.ts";
import type { Words } from "#shared/text/vi.ts";
import { boxes } from "#shared/text/en/boxes.ts";
import { capture } from "#shared/text/en/capture.ts";
import { check } from "#shared/text/en/check.ts";
import { welcome } from "#shared/text/en/welcome.ts";
import { rulePack } from "#shared/text/en/rule-pack.ts";
import { stepList } from "#shared/text/en/step-list.ts";
import { settings } from "#shared/text/en/settings.ts";
import { aside } from "#shared/text/en/aside.ts";
import { sameFonds } from "#shared/text/en/same-fonds.ts";
import { batches } from "#shared/text/en/batches.ts";
import { withdrawn } from "#shared/text/en/withdrawn.ts";
import { workbook } from "#shared/text/en/workbook.ts";
import { clock } from "#shared/text/en/clock.ts";
import { conflicts } from "#shared/text/en/conflicts.ts";
import { diagnosis } from "#shared/text/en/diagnosis.ts";
import { common } from "#shared/text/en/common.ts";
import { faults } from "#shared/text/en/faults.ts";
import { gaps } from "#shared/text/en/gaps.ts";
import { forms } from "#shared/text/en/forms.ts";
import { grid } from "#shared/text/en/grid.ts";
import { matrix } from "#shared/text/en/matrix.ts";
import { matching } from "#shared/text/en/matching.ts";
import { keeping } from "#shared/text/en/keeping.ts";
import { keys } from "#shared/text/en/keys.ts";
import { ownKeys } from "#shared/text/en/own-keys.ts";
import { help } from "#shared/text/en/help.ts";
import { home } from "#shared/text/en/home.ts";
import { inventory } from "#shared/text/en/inventory.ts";
import { quality } from "#shared/text/en/quality.ts";
import { cost } from "#shared/text/en/cost.ts";
import { reports } from "#shared/text/en/reports.ts";
import { province } from "#shared/text/en/province.ts";
import { rendition } from "#shared/text/en/rendition.ts";
import { reading } from "#shared/text/en/reading.ts";
import { review } from "#shared/text/en/review.ts";
import { sample } from "#shared/text/en/sample.ts";
import { scan } from "#shared/text/en/scan.ts";
import { scheme } from "#shared/text/en/scheme.ts";
import { search } from "#shared/text/en/search.ts";
import { refused } from "#shared/text/en/refused.ts";
import { findingAid } from "#shared/text/en/finding-aid.ts";
import { sharing } from "#shared/text/en/sharing.ts";
import { shell } from "#shared/text/en/shell.ts";
import { station } from "#shared/text/en/station.ts";
import { trail } from "#shared/text/en/trail.ts";
import { terms } from "#shared/text/en/terms.ts";
import { tour } from "#shared/text/en/tour.ts";
import { units } from "#shared/text/en/units.ts";
import { enrolment } from "#shared/text/en/enrolment.ts";
import { freeing } from "#shared/text/en/freeing.ts";
import { chase } from "#shared/text/en/chase.ts";
import { custody } from "#shared/text/en/custody.ts";
import { many } from "#shared/text/en/many.ts";
import { decisions } from "#shared/text/en/decisions.ts";
import { barrier } from "#shared/text/en/barrier.ts";
import { dues } from "#shared/text/en/dues.ts";
import { holds } from "#shared/text/en/holds.ts";
import { handovers } from "#shared/text/en/handovers.ts";
import { hub } from "#shared/text/en/hub.ts";
import { parcel, takenParcels } from "#shared/text/en/parcel.ts";
import { update } from "#shared/text/en/update.ts";
import { people } from "#shared/text/en/people.ts";
import { permissions } from "#shared/text/en/permissions.ts";
import { points } from "#shared/text/en/points.ts";
import { packages } from "#shared/text/en/packages.ts";
import { packageCarrying } from "#shared/text/en/package-carrying.ts";
import { packageTaking } from "#shared/text/en/package-taking.ts";
import { portal } from "#shared/text/en/portal.ts";
import { signing } from "#shared/text/en/signing.ts";
import { notes } from "#shared/text/en/notes.ts";
import { claims } from "#shared/text/en/claims.ts";
import { rework } from "#shared/text/en/rework.ts";
import { outbox } from "#shared/text/en/outbox.ts";
import { uploads } from "#shared/text/en/uploads.ts";
import { entry } from "#shared/text/en/entry.ts";
import { views } from "#shared/text/en/views.ts";
import { viewer } from "#shared/text/en/viewer.ts";

export const en: Words = {
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
