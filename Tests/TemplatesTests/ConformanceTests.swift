import Diagnostics
import Foundation
import Language
import Nodes
import Testing

@testable import Templates

@Suite("What Jinja2 prints, we print")
struct ConformanceTests {
  /// One template with the answer of the real Jinja2.
  struct Case: Sendable {
    let template: String
    let expected: String
    let files: [String: String]
    let escapes: Bool
    let syntax: Syntax
  }

  static let fixture = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/conformance.jsonl")

  @Test("on every case of the generated file")
  func cases() throws {
    let lines = try String(contentsOf: Self.fixture, encoding: .utf8).split(separator: "\n").map(String.init)
    let head = try JSON.read(Source(path: "head", bytes: Array(lines[0].utf8)))
    let data = Value(try #require(head["data"]))
    let shared = Self.texts(head["files"])
    #expect(lines.count > 4000)
    var failures: [String] = []
    for line in lines.dropFirst() {
      let one = try Self.read(line)
      let got = Self.render(one, data, shared.merging(one.files) { _, own in own })
      if got != one.expected {
        failures.append(
          "\(one.template.debugDescription) \(one.syntax)\n  wanted \(one.expected.debugDescription)\n  got    \(got.debugDescription)"
        )
      }
    }
    let shown = failures.prefix(60).joined(separator: "\n")
    #expect(failures.isEmpty, "\(failures.count) of \(lines.count - 1) differ:\n\(shown)")
  }

  private static func texts(_ node: Node?) -> [String: String] {
    Dictionary(uniqueKeysWithValues: (node?.entries ?? []).map { ($0.key, $0.value.text ?? "") })
  }

  private static func read(_ line: String) throws -> Case {
    let node = try JSON.read(Source(path: "case", bytes: Array(line.utf8)))
    return Case(
      template: try #require(node["t"]?.text), expected: try #require(node["e"]?.text),
      files: texts(node["f"]),
      escapes: node["a"]?.boolean ?? false,
      syntax: syntax(node["o"]))
  }

  private static func syntax(_ node: Node?) -> Syntax {
    var syntax = Syntax()
    syntax.trimsBlocks = node?["trim_blocks"]?.boolean ?? false
    syntax.stripsIndentation = node?["lstrip_blocks"]?.boolean ?? false
    syntax.keepsTrailingNewline = node?["keep_trailing_newline"]?.boolean ?? false
    syntax.lineStatement = node?["line_statement_prefix"]?.text
    syntax.lineComment = node?["line_comment_prefix"]?.text
    return syntax
  }

  private static func render(_ one: Case, _ data: Value, _ files: [String: String]) -> String {
    var options = Environment.Options()
    options.undefined = .lenient
    options.escapes = one.escapes
    options.syntax = one.syntax
    let environment = Environment(options) { files[$0].map { Array($0.utf8) } }
    do {
      var out: [UInt8] = []
      try environment.template(Array(one.template.utf8), named: "case").render(data, into: &out)
      return String(decoding: out, as: UTF8.self)
    } catch {
      return "error: \(error.finding.sentence(in: .english).message)"
    }
  }
}
