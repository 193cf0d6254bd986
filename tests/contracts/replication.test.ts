import { onHub } from "#tests/electron/hub/world.ts";
import { onEachStore } from "#tests/province/world.ts";
import type { Endpoint } from "./replication-endpoint.ts";
import { heldContract } from "./replication-held-contract.ts";
import { conflictContract, recordContract, rulingContract } from "./replication-record-contract.ts";
import { barrierContract } from "./replication-barrier-contract.ts";
import { fondsBarrierContract } from "./replication-fonds-contract.ts";
import { reworkContract } from "./replication-rework-contract.ts";
import { linkedContract } from "./replication-linked-contract.ts";
import { scopeContract } from "./replication-scope-contract.ts";
import { checkContract } from "./replication-check-contract.ts";
import { claimContract } from "./replication-claim-contract.ts";
import { stepsContract } from "./replication-steps-contract.ts";
import { undoContract } from "./replication-undo-contract.ts";
import { sealContract } from "./replication-seal-contract.ts";
import { wireContract } from "./replication-wire-contract.ts";

/* What the province and the hub of a centre answer alike: a paired machine need not know which of them it speaks with. */
function replicationContract(world: Endpoint): void {
  wireContract(world);
  recordContract(world);
  rulingContract(world);
  conflictContract(world);
  scopeContract(world);
  linkedContract(world);
  heldContract(world);
  reworkContract(world);
  barrierContract(world);
  fondsBarrierContract(world);
  undoContract(world);
  claimContract(world);
  checkContract(world);
  stepsContract(world);
  sealContract(world);
}

onEachStore("the province", replicationContract);
onHub("the hub", replicationContract);
