import Frontmatter
import Language
import Nodes
import Templates

// When, and which marks a page bears.

extension PageObject {
  func dateMember(_ member: Member, _ reads: inout Reads) -> Value? {
    switch member {
    case .published: Value(day: entry?.dates.published)
    case .modified: Value(day: entry?.dates.modified)
    case .expires: Value(day: entry?.dates.expires)
    case .updated: .bool(isUpdated)
    case .weight: .int(orNone: entry?.metadata.weight)
    case .status: .text(orNone: param("status", "estado")?.text)
    case .technologies: technologies
    default: nil
    }
  }

  private var isUpdated: Bool {
    guard let date = entry?.dates.date, let modified = entry?.dates.modified else { return false }
    return modified.day > date.day
  }

  private var technologies: Value {
    guard let node = param("technologies", "tecnologias", "tecnologías", "tech", "stack") else {
      return .list([])
    }
    return .list((node.list ?? [node]).compactMap { $0.text.map { .text($0) } })
  }

  /// The first of some keys of the front matter that there is.
  private func param(_ keys: String...) -> Node? {
    for key in keys {
      if let found = entry?.metadata.params.first(where: { $0.key == key }) { return found.value }
    }
    return nil
  }
}

extension Value {
  /// A calendar day as `2026-02-10`, a moment with its offset, so that filters tell them apart; none where there is none.
  init(day stamp: Stamp?) {
    guard let stamp else {
      self = .none
      return
    }
    guard stamp.hasTime else {
      self = .text(stamp.day.rfc3339)
      return
    }
    var out: [UInt8] = []
    out.append(rfc3339: stamp.moment)
    self = .text(String(decoding: out, as: UTF8.self))
  }
}
