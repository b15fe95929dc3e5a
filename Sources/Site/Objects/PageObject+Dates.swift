import Frontmatter
import Language
import Nodes
import Templates

// When, and which marks a page bears.

extension PageObject {
  func dateMember(_ member: Member, _ reads: inout Reads) -> Value? {
    switch member {
    case .date: value(entry?.dates.date)
    case .published: value(entry?.dates.published)
    case .modified: value(entry?.dates.modified)
    case .expires: value(entry?.dates.expires)
    case .updated: .bool(isUpdated)
    case .draft: .bool(metadata?.isDraft ?? false)
    case .pinned: .bool(metadata?.isPinned ?? false)
    case .weight: .int(orNone: metadata?.weight)
    case .status: .text(orNone: param("status", "estado")?.text)
    case .technologies: technologies
    default: nil
    }
  }

  private var isUpdated: Bool {
    guard let date = entry?.dates.date, let modified = entry?.dates.modified else { return false }
    return modified.day > date.day
  }

  /// A calendar day as `2026-02-10`, a moment with its offset, so that filters tell them apart.
  private func value(_ stamp: Stamp?) -> Value {
    guard let stamp else { return .none }
    guard stamp.hasTime else { return .text(stamp.day.rfc3339) }
    var out: [UInt8] = []
    out.append(rfc3339: stamp.moment)
    return .text(String(decoding: out, as: UTF8.self))
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
      if let found = metadata?.params.first(where: { $0.key == key }) { return found.value }
    }
    return nil
  }
}
