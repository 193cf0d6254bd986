import type { hub as vietnamese } from "#shared/text/vi/hub.ts";

export const hub: typeof vietnamese = {
  title: "Hub of the centre",
  subtitle:
    "The computers on the centre’s own network work together without Internet; the hub sends on to the province when there is a line.",
  open: "Hub of the local network",
  openHint: "Join the centre’s computers by one switch, without Internet.",
  serving: {
    title: "This computer is the hub",
    hint: "Only one computer of the centre does this. It must have Mục Lục open and be on the network of the others.",
    turnOn: "Turn the hub on",
    turnOff: "Turn the hub off",
    on: "Working as the hub",
    off: "This computer is not the hub.",
    offKept: (count) => `${count} paired; they connect by themselves when it is turned on again.`,
    obstacles: {
      "": "",
      "not-set-up": "Fill in user and unit in Settings first.",
      role: "Only a district checker’s computer can be the hub: it sends to the province in the centre’s name.",
      joined: "This computer sends through another hub. Leave that first.",
    },
    address: "Address to type at the other computer",
    noAddress: "No network: there is no address",
    mark: "Mark of this computer’s key",
    firewall: "The first time, Windows may ask: choose «Allow» for private networks.",
  },
  code: {
    title: "Pairing code",
    make: "Make a code",
    again: "Make another code",
    use: (until, tries) =>
      `Read it out to the person at the other computer. Once, for one computer, until ${until}; ${tries} ${tries === 1 ? "try" : "tries"} left.`,
    locked:
      "The last code was locked after too many wrong tries. If none of yours typed them, see who is on the network.",
    none: "There is no code. Make one when the person at the other computer is ready.",
  },
  machines: {
    title: "Paired computers",
    none: "None yet.",
    columns: {
      name: "Computer",
      person: "User",
      unit: "Unit",
      role: "Role",
      seen: "Last heard",
      act: "Actions",
    },
    never: "Never",
    unpair: "Unpair",
    unpairNamed: (name) => `Unpair ${name}`,
    ask: (name) => `Unpair ${name}?`,
    effect:
      "It can no longer send and receive through this computer. What it sent stays here and goes to the province; what it did not send is safe there.",
  },
  aside: {
    title: "Not in the hub yet",
    hint: "What the machines sent and this one keeps for another record, or does not take. Nothing is lost: the machine that sent it keeps its own and is told why.",
    none: "Everything that the machines sent is in this one.",
    columns: { record: "Record", from: "Sent by", why: "Why", since: "Since", next: "What to do" },
    waitsFor: (kind: string) => `Waits for the ${kind.toLocaleLowerCase()} that contains it`,
    waitsForContent: "Waits for the rest of the batch: not all is here to compare with what was accepted",
    next: {
      content:
        "It is compared by itself once all is here; if it takes long, ask the machine that has what lacks",
      held: "Comes in when the record that contains it does; if it takes long, ask at the machine that sent it",
      "not-your-scope": "Look at the unit of the machine; where it is wrong, unpair it and pair it again",
      "not-your-role": "Look at the role of the machine; where it is wrong, unpair it and pair it again",
      "batch-accepted":
        "The batch is accepted: to correct it reopen the batch, and the machine sends it again",
      "not-a-record": "Bring the app on both machines to the same version",
    },
    latest: (shown: string, total: string) => `The latest ${shown} of ${total} records.`,
  },
  joined: {
    title: "This computer sends through the hub",
    hint: "Its records and objects reach the hub on the local network; the hub sends them on to the province.",
    name: "Hub",
    address: "Address",
    mark: "Mark of the pinned key",
    since: "Paired since",
    through: "Sending through",
    throughHub: "The hub",
    throughProvince: "Straight to the province",
    toProvince: "Send straight to the province",
    toHub: "Send through the hub again",
    toProvinceHint: "For when the hub is away for long and this computer has Internet. The pairing stays.",
    leave: "Leave the hub",
    leaveAsk: "Leave the hub?",
    leaveEffect:
      "All that is here stays and goes straight to the province. To use the hub again a new code is needed.",
    otherUnit:
      "This computer’s unit or role changed since it was paired: pair it again. Until then it sends straight to the province.",
    safe: "Masters may be freed only when the province has signed for them; that the hub has them is not enough.",
  },
  join: {
    title: "Pair this computer with the hub",
    hint: "Whoever keeps the hub turns it on at another computer and reads you the code.",
    find: "Find the hub",
    finding: "Looking on the network…",
    found: "Hubs found",
    none: "No hub was found. Type the address that the hub shows; many networks keep computers from finding each other.",
    address: "Address of the hub",
    addressHint: "For example: 192.168.1.10:47420",
    code: "Pairing code",
    codeHint: "Eight characters, for example K7QF-2M9X",
    lacks: {
      address: "Type an address or choose a hub that was found.",
      code: "A code has eight letters and digits.",
    },
    pair: "Pair",
    paired: (name) => `Paired with ${name}.`,
  },
  status: {
    sent: (records, objects) => `Sent to the hub: ${records} records, ${objects} objects`,
    sending: (records, objects) => `Sending to the hub: ${records} records, ${objects} objects`,
    waiting: (records, objects) => `Waiting to send to the hub: ${records} records, ${objects} objects`,
    receiving: (done, total) =>
      `Receiving from the hub: ${done}/${total} records; work can begin with those that are here`,
    sentRecords: "Records the hub has",
    sentObjects: "Objects the hub has",
    refusedRecords: "Records the hub refused",
    equal: "This computer and the hub agree.",
    notEqual: "This computer and the hub do not agree yet; syncing goes on.",
  },
  forwarded: {
    unknown: "At the province: the hub has not said",
    noProvince: "Not at the province: the hub has none to send to",
    all: (records, objects) => `At the province by the hub: ${records} records, ${objects} objects`,
    some: (records, objects) => `The hub waits to send on: ${records} records, ${objects} objects`,
  },
  outbox: {
    title: "Not at the hub yet",
    nothing: "Nothing waits to go to the hub",
    nothingHint:
      "The hub has every record and object of this computer. What came to the province: see the status below.",
  },
  freeing:
    "This computer sends through the hub. That the hub has it is not the province’s signature: to free masters, send straight to the province.",
  outcome: {
    accepted: (at) => `The hub holds just this state (written here ${at}) and sends it on to the province.`,
    merged: (at) => `The hub took it and merged it with changes made on another machine (saved here ${at}).`,
    waiting: (at) =>
      `The last change, saved here ${at}, is not at the hub yet; it goes when the hub is seen.`,
    refused: (reason) => `The hub does not take this record: ${reason}. It is safe on this computer.`,
  },
};
