import Language

/// Writes facts for people in one language.
public struct Wording: Sendable {
  public let tongue: Tongue
  /// The language of the page, for texts that are written in several: `es`, `en`, `ca`.
  public let language: String
  public let zone: Zone
  private let declared: Declared
  private let disclosure: Disclosure?

  /// What stands for a fact that nobody knows.
  public static let missing = "—"
  /// What stands for a fact of which the author says that it is not known.
  public static let unknown = "N/A"

  public init(
    of homelab: Homelab, in tongue: Tongue, language: String? = nil, zone: Zone = .utc,
    for audience: Homelab.Audience = .everyone
  ) {
    self.tongue = tongue
    self.language = language ?? tongue.rawValue
    self.zone = zone
    declared = homelab.declared
    disclosure = audience == .everyone ? homelab.disclosure : nil
  }

  /// The text of a fact; `field` tells what its words mean.
  public func text(_ value: FactValue?, of field: String) -> String {
    let last = field.split(separator: ".").last.map(String.init) ?? field
    guard let value else { return Self.missing }
    switch value {
    case .unknown: return Self.unknown
    case .text(let text): return Vocabulary.word(text, of: last, in: tongue)
    case .words(let words): return words.text(in: language)
    case .version(let version): return version.typeset
    case .integer(let integer): return number { $0.append(number: integer, in: tongue) }
    case .number(let double): return number { $0.append(number: double, in: tongue) }
    case .truth(let truth): return Vocabulary.truth(truth, in: tongue)
    case .quantity(let quantity): return quantity.text(in: tongue)
    case .instant(let instant):
      return number { $0.append(zone.moment(at: instant), style: .short, in: tongue) }
    case .reference(let reference): return title(of: reference) ?? Self.missing
    case .list(let items): return list(items, of: last)
    case .group(let facts): return group(facts)
    }
  }

  /// What a thing is called; nil when it must not be named.
  public func title(of id: EntityID) -> String? {
    guard disclosure?.shows(id) ?? true, let record = declared[id] else { return nil }
    return record.name?.text(in: language) ?? record.id.id
  }

  /// What the cluster is called that a source tells about; nil where it is none, or must not be named.
  func clusterTitle(ofSource source: String) -> String? {
    declared.clusters.first { $0.common.live?.source == source }.flatMap { title(of: $0.id) }
  }

  /// `EliteDesk: Intel HD Graphics 530` for a part, the name for a whole.
  private func title(of reference: Reference) -> String? {
    guard let title = title(of: reference.entity), let part = reference.part else {
      return title(of: reference.entity)
    }
    guard case .list(let items) = declared[reference.entity]?.facts[part.list],
      case .group(let facts) = items.first(where: { $0.id == part.id }), let model = facts["model"]
    else { return "\(title) (\(part.id))" }
    return "\(text(model, of: "model")) (\(title))"
  }

  private func list(_ items: [FactValue], of field: String) -> String {
    let texts = items.map { text($0, of: field) }.filter { $0 != Self.missing && !$0.isEmpty }
    return texts.isEmpty ? Self.missing : texts.joined(separator: ", ")
  }

  /// The values of a group in its order: `2 × 4 TB HDD`, `32 GiB DDR4`.
  private func group(_ facts: Facts) -> String {
    var parts: [String] = []
    var count: Int?
    for row in facts.rows where row.name != "id" {
      if row.name == "count", case .integer(let number) = row.value {
        count = number
      } else if case .truth(let truth) = row.value {
        if truth { parts.append(Vocabulary.title(of: row.name, kind: .host, in: tongue).lowercased()) }
      } else {
        parts.append(text(row.value, of: row.name))
      }
    }
    let whole = parts.joined(separator: " ")
    return count.map { $0 > 1 ? "\($0)\u{A0}× \(whole)" : whole } ?? (whole.isEmpty ? Self.missing : whole)
  }

  private func number(_ write: (inout [UInt8]) -> Void) -> String {
    var out: [UInt8] = []
    write(&out)
    return String(decoding: out, as: UTF8.self)
  }
}
