import Foundation
import Testing

@testable import Nodes

/// The public YAML test suite, read where it lies: a checkout of its `data` form, named by YAML_TEST_SUITE.
@Suite("The YAML test suite")
struct YAMLSuiteTests {
  static let checkout = ProcessInfo.processInfo.environment["YAML_TEST_SUITE"]

  struct Tally: Equatable {
    /// Valid texts with the expected events, and those that libyaml 0.2.5 reads otherwise or not at all.
    var matched = 0
    var unsupported = 0
    /// Invalid texts that are refused, and those that libyaml lets pass.
    var refused = 0
    var accepted = 0
  }

  @Test(
    "gives the suite's events where libyaml supports them",
    .enabled(if: checkout != nil, "set YAML_TEST_SUITE to a checkout of yaml-test-suite's data branch"))
  func events() throws {
    let root = URL(filePath: try #require(Self.checkout))
    var tally = Tally()
    var differing: [String] = []
    for url in try Self.cases(under: root) {
      let input = try Data(contentsOf: url)
      let folder = url.deletingLastPathComponent()
      let isInvalid = FileManager.default.fileExists(atPath: folder.appending(path: "error").path)
      let expected = try String(contentsOf: folder.appending(path: "test.event"), encoding: .utf8)
      let actual = Self.events(of: Array(input))
      switch (isInvalid, actual) {
      case (true, nil): tally.refused += 1
      case (true, .some): tally.accepted += 1
      case (false, expected): tally.matched += 1
      case (false, _):
        tally.unsupported += 1
        differing.append(folder.path.replacingOccurrences(of: root.path, with: ""))
      }
    }
    #expect(
      tally == Tally(matched: 252, unsupported: 56, refused: 78, accepted: 16),
      "\(differing.sorted().joined(separator: " "))")
  }

  private static func cases(under root: URL) throws -> [URL] {
    let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let urls = (all?.allObjects ?? []).compactMap { $0 as? URL }
    return urls.filter { url in
      url.lastPathComponent == "in.yaml" && !url.path.contains("/name/") && !url.path.contains("/tags/")
    }
  }

  /// The events in the suite's notation; nil when the text is refused.
  private static func events(of bytes: [UInt8]) -> String? {
    var parser = YAMLParser(bytes.span)
    var lines: [String] = []
    while true {
      guard let event = try? parser.next() else { return nil }
      lines.append(line(event))
      if event.kind == .streamEnd { return lines.joined(separator: "\n") + "\n" }
    }
  }

  private static func line(_ event: YAMLEvent) -> String {
    let properties = (event.anchor.map { " &\($0)" } ?? "") + (event.tag.map { " <\($0)>" } ?? "")
    return switch event.kind {
    case .streamStart: "+STR"
    case .streamEnd: "-STR"
    case .documentStart(let isImplicit): isImplicit ? "+DOC" : "+DOC ---"
    case .documentEnd(let isImplicit): isImplicit ? "-DOC" : "-DOC ..."
    case .alias(let name): "=ALI *\(name)"
    case .listStart(let isFlow): "+SEQ" + (isFlow ? " []" : "") + properties
    case .mapStart(let isFlow): "+MAP" + (isFlow ? " {}" : "") + properties
    case .end(let isMap): isMap ? "-MAP" : "-SEQ"
    case .scalar(let text, let style): "=VAL\(properties) \(mark(of: style))\(escaped(text))"
    }
  }

  private static func mark(of style: YAMLEvent.Style) -> String {
    switch style {
    case .plain: ":"
    case .singleQuoted: "'"
    case .doubleQuoted: "\""
    case .literal: "|"
    case .folded: ">"
    }
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      case "\r": "\\r"
      case "\u{8}": "\\b"
      default: String(scalar)
      }
    }.joined()
  }
}
