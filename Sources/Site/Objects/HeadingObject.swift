import Bytes
import Markdown
import Templates

/// An entry of a table of contents.
final class HeadingObject: HostObject {
  private let heading: Heading

  init(_ heading: Heading) { self.heading = heading }

  enum Member: String, CaseIterable, Sendable { case level, id, text, children }

  private static let members = MemberTable<Member>()

  var memberNames: [String] { Self.members.names }

  func member(_ name: Name, reads: inout Reads) -> Value? {
    switch Self.members[name] {
    case .level: .int(heading.level)
    case .id: .text(heading.id)
    case .text: .text(heading.text)
    case .children: .list(heading.children.map { .object(HeadingObject($0)) })
    case nil: nil
    }
  }

  func write(_ name: Name, into out: inout OutputBuffer, escaping: Bool, reads: inout Reads) -> Bool {
    switch Self.members[name] {
    case .id: out.append(text: heading.id, escaping: escaping)
    case .text: out.append(text: heading.text, escaping: escaping)
    case .level, .children, nil: return false
    }
    return true
  }

  func text(reads: inout Reads) -> Value { .text(heading.text) }
}
