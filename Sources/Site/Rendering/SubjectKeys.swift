import Bytes
import Templates

/// The keys by which rendering notes whose members it has read: one for each subject, stirred with the member's.
struct SubjectKeys: Sendable {
  private let pages: [UInt64]
  private let sections: [UInt64]
  private let terms: [[UInt64]]

  init(_ assembly: Assembly) {
    pages = assembly.tree.pages.map { Self.key("page:", $0.entry.file.path) }
    sections = assembly.tree.sections.map { Self.key("section:", "\($0.language)/\($0.path)") }
    terms = assembly.indexes.map { index in index.terms.map { Self.key("term:", $0.url) } }
  }

  /// The key of one member of a subject.
  func key(_ subject: Subject, member: Name) -> UInt64 {
    let own: UInt64 =
      switch subject {
      case .page(let page): pages[page]
      case .section(let section), .archive(let section, _): sections[section]
      case .term(let index, let term): terms[index][term]
      case .terms(let index): UInt64(index)
      case .notFound: 0
      case .inventory: HomelabView.key
      }
    return (own ^ member.id) &* 0x9E37_79B9_7F4A_7C15
  }

  private static func key(_ kind: StaticString, _ name: String) -> UInt64 {
    var bytes: [UInt8] = []
    bytes.append(kind)
    bytes.append(text: name)
    return Digest(of: bytes.span).value
  }
}
