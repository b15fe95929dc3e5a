import Diagnostics
import Nodes

/// Reads facts out of a text in one of the formats that files and commands have.
struct FactReader {
  /// Nil when the text itself must tell.
  let format: FileFormat?

  /// Reads the facts; what is wrong with the text is told with all that looks private in it covered.
  func facts(in source: Source) throws(Report) -> Observed {
    do throws(Report) {
      return try read(source)
    } catch {
      let leaks = LeakScanner(depth: .value).leaks(in: source.bytes.span)
      guard !leaks.isEmpty else { throw error }
      _ = try read(
        Source(path: source.path, bytes: LeakScanner.covered(source.bytes, leaks, with: UInt8(ascii: "x"))))
      // With the private parts covered nothing is wrong, so nothing of it can be shown.
      throw Report([source.mistake(SourceFinding.unreadable(source.path))])
    }
  }
}

extension FactReader {
  private func read(_ source: Source) throws(Report) -> Observed {
    let documents = try Self.documents(source)
    switch format ?? Self.format(of: documents) {
    case .talosMembers: return Observed(talosMembers: documents)
    case .talhelper: return Observed(talhelper: documents.first ?? .null)
    case .facts:
      guard let first = documents.first else { return Observed() }
      return try Observed.decode(first, from: source).value
    }
  }

  /// The documents of a text: JSON values one after another, or YAML.
  private static func documents(_ source: Source) throws(Report) -> [Node] {
    let first = source.bytes.first { $0 > 0x20 }
    let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    return isJSON ? try JSON.readAll(source) : try YAML.readAll(source)
  }

  private static func format(of documents: [Node]) -> FileFormat {
    if documents.first?["metadata"]?["type"]?.text?.hasPrefix("Members.") == true { return .talosMembers }
    return documents.first?["talosVersion"] != nil && documents.first?["nodes"]?.list != nil
      ? .talhelper : .facts
  }
}
