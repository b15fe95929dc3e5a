import Diagnostics
import Foundation
import Nodes
import Site
import TestSupport
import Testing

/// The schema that editors complete and check `site.yaml` with.
@Suite("The schema of site.yaml")
struct SchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let file = root.appending(path: "docs/site.schema.json")

  @Test("takes what the decoder takes, and refuses what it refuses")
  func agreement() throws {
    var cases = Self.good.map { ($0, true) }
    for fixture in Fixture.all(in: "configuration") {
      let source = Source(path: "site.yaml", bytes: Array(fixture.input.utf8))
      // What is no YAML at all never reaches the schema.
      guard let node = try? YAML.read(source) else { continue }
      cases.append((String(decoding: node.json(isIndented: false), as: UTF8.self), false))
    }
    let scratch = FileManager.default.temporaryDirectory.appending(path: "schema-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: scratch) }
    try Data(cases.map(\.0).joined(separator: "\n").utf8).write(to: scratch)
    let verdicts = try validate(scratch)
    #expect(verdicts.count == cases.count)
    for (verdict, (document, expected)) in zip(verdicts, cases) {
      let source = Source(path: "site.yaml", bytes: Array(document.utf8))
      let decoded = (try? Configuration.decode(YAML.read(source), from: source)) != nil
      #expect(decoded == expected, "decoder on \(document)")
      #expect(verdict == expected, "schema on \(document)")
    }
  }

  /// Documents that are right, as JSON, which is YAML too.
  private static let good = [
    "{}",
    #"{"title": "Homelab", "base_url": "https://ejemplo.dev/blog/", "language": "es"}"#,
    #"{"sections": {"blog": {"paginate": 5, "sort": "weight"}}, "feeds": {"limit": 3, "full_content": false}}"#,
    #"{"taxonomies": {"tags": {"allowed": ["talos"], "aliases": {"k8s": "kubernetes"}}}}"#,
    ##"{"menu": [{"title": "Blog", "url": "/blog/"}], "theme": {"accent": "#0b665e"}}"##,
    #"{"redirects": {"legacy": ["hugo"]}, "headers": [{"path": "/*", "values": {"X-Uno": "dos"}}]}"#,
    #"{"redirects": [{"from": "/a/", "to": "/b/", "status": 302}]}"#,
    #"{"environments": {"staging": {"drafts": true, "noindex": true}}, "inventory": {"sources": []}}"#,
  ]

  private func validate(_ documents: URL) throws -> [Bool] {
    let program = """
      import json, sys, jsonschema
      validator = jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))
      for line in filter(str.strip, open(sys.argv[2], encoding='utf-8')):
          print('yes' if validator.is_valid(json.loads(line)) else 'no')
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", program, Self.file.path, documents.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map { $0 == "yes" }
  }
}
