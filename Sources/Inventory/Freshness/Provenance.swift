import Language

/// Where a fact comes from, and when it was true.
public enum Provenance: Sendable, Hashable {
  /// The author says so.
  case declared
  /// Reckoned from what the author says.
  case derived
  /// A source said so when the snapshot was taken.
  case snapshot(source: String, at: Instant)
  /// A source said so in this run.
  case live(source: String, at: Instant)

  /// The form for programs: `declared`, `snapshot@2026-11-20T12:00:00Z`.
  public var text: String {
    switch self {
    case .declared: "declared"
    case .derived: "derived"
    case .snapshot(_, let instant): "snapshot@\(instant.rfc3339)"
    case .live(_, let instant): "live@\(instant.rfc3339)"
    }
  }

  /// When it was true; nil for what the author says.
  public var instant: Instant? {
    switch self {
    case .declared, .derived: nil
    case .snapshot(_, let instant), .live(_, let instant): instant
    }
  }

  /// The source that said so.
  public var source: String? {
    switch self {
    case .declared, .derived: nil
    case .snapshot(let source, _), .live(let source, _): source
    }
  }

  /// The form for people: `instantánea del 20 nov 2026`.
  public func words(in tongue: Tongue, zone: Zone = .utc) -> String {
    var day: [UInt8] = []
    if let instant { day.append(zone.moment(at: instant), style: .short, in: tongue) }
    let date = String(decoding: day, as: UTF8.self)
    return switch self {
    case .declared: tongue.pick(en: "declared", es: "declarado")
    case .derived: tongue.pick(en: "reckoned from what is declared", es: "calculado a partir de lo declarado")
    case .snapshot: tongue.pick(en: "snapshot of \(date)", es: "instantánea del \(date)")
    case .live: tongue.pick(en: "live on \(date)", es: "en vivo el \(date)")
    }
  }
}
