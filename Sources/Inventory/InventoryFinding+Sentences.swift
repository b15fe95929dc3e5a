import Diagnostics
import Language

extension InventoryFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .noHeader, .newerVersion, .blockTwice, .includesNothing: file(tongue)
    case .badID, .declaredTwice, .roadmapWithoutID, .partTwice: identity(tongue)
    case .noReference, .wrongKind, .unknownReference, .partWanted, .partUnwanted, .unknownPart, .cycle:
      reference(tongue)
    case .fieldMissing, .unknownSource, .badBinding, .endsBeforeItBegins, .unknownLanguage: field(tongue)
    case .guestOnPlainHost, .guestKindNotTaken, .deviceShared, .deviceElsewhere: guest(tongue)
    case .publicWithoutURL, .workersWithoutControlPlane, .evenControlPlane, .membersDiffer, .needsRetired:
      design(tongue)
    case .privateAllowed, .allowsNothing, .allowsHiddenAddress, .allowedWithoutReason, .allowsNoFile,
      .controlCharacter:
      publishing(tongue)
    }
  }

  /// A question that ends most hints: whether what stands nearest was meant.
  static func suggestion(_ nearest: String?, in tongue: Tongue) -> String? {
    nearest.map { tongue.pick(en: "did you mean '\($0)'?", es: "¿querías decir «\($0)»?") }
  }
}
