import Diagnostics

/// What can be wrong with an inventory beyond the form of its values.
public enum InventoryFinding: Finding, Equatable {
  // The files.
  case noHeader
  case newerVersion(Int)
  case blockTwice(String, firstPath: String)
  case includesNothing(String)
  // The ids.
  case badID(EntityID)
  case declaredTwice(EntityID, firstPath: String, firstLine: Int, firstColumn: Int)
  case roadmapWithoutID
  case partTwice(EntityID, list: String, id: String)
  // The references.
  case noReference(path: String, text: String, kinds: [Kind], part: String?, nearest: String?)
  case wrongKind(path: String, text: String, kinds: [Kind], nearest: String?)
  case unknownReference(path: String, text: String, nearest: String?)
  case partWanted(path: String, text: String, list: String, known: [String])
  case partUnwanted(path: String, text: String)
  case unknownPart(path: String, text: String, known: [String], nearest: String?)
  case cycle(field: String, [EntityID])
  // The fields.
  case fieldMissing(EntityID, field: String)
  case unknownSource(EntityID, source: String, known: [String], nearest: String?)
  case badBinding(EntityID, field: String, text: String)
  case endsBeforeItBegins(EntityID, since: String, until: String)
  case unknownLanguage(EntityID, language: String, known: [String])
  // What does not fit together.
  case guestOnPlainHost(guest: EntityID, host: EntityID)
  case guestKindNotTaken(guest: EntityID, kind: String, platform: EntityID, taken: [String])
  case deviceShared(device: Reference, guests: [EntityID])
  case deviceElsewhere(guest: EntityID, device: Reference, host: EntityID)
  case publicWithoutURL(EntityID)
  case workersWithoutControlPlane(EntityID)
  case evenControlPlane(EntityID, members: Int)
  case membersDiffer(EntityID, said: Int, counted: Int)
  case needsRetired(EntityID, field: String, retired: EntityID)
  // What may be published.
  case privateAllowed(String)
  case allowsNothing(String, nearest: String?)
  case allowsHiddenAddress(String)
  case allowedWithoutReason(String)
  case allowsNoFile(String)
  // What no page can show.
  case controlCharacter(UInt32)

  public var code: String {
    switch self {
    case .noHeader, .newerVersion, .blockTwice, .includesNothing: "inventory-file"
    case .badID, .declaredTwice, .roadmapWithoutID, .partTwice: "inventory-id"
    case .noReference, .wrongKind, .unknownReference, .partWanted, .partUnwanted, .unknownPart:
      "inventory-reference"
    case .cycle: "inventory-cycle"
    case .fieldMissing: "inventory-missing-field"
    case .unknownSource, .badBinding: "inventory-live"
    case .endsBeforeItBegins: "inventory-dates"
    case .unknownLanguage: "inventory-language"
    case .guestOnPlainHost, .guestKindNotTaken: "inventory-guest"
    case .deviceShared, .deviceElsewhere: "inventory-device"
    case .publicWithoutURL: "inventory-public-without-url"
    case .workersWithoutControlPlane, .evenControlPlane, .membersDiffer: "inventory-control-plane"
    case .needsRetired: "inventory-retired"
    case .privateAllowed, .allowsNothing, .allowsHiddenAddress, .allowedWithoutReason, .allowsNoFile:
      "inventory-publish"
    case .controlCharacter: "inventory-control-character"
    }
  }

  public var severity: Severity {
    switch self {
    case .includesNothing, .unknownLanguage, .publicWithoutURL, .workersWithoutControlPlane,
      .evenControlPlane, .membersDiffer, .needsRetired, .privateAllowed, .allowsHiddenAddress:
      .warning
    case .cycle(let field, _): field == "dependsOn" ? .warning : .error
    default: .error
    }
  }
}
