import Diagnostics
import Foundation
import Nodes
import TestSupport
import Testing

@testable import Inventory

/// The schema that editors complete and check the inventory with.
@Suite("The schema of the inventory")
struct InventorySchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let file = root.appending(path: "docs/inventory.schema.json")

  @Test("is the one in docs/")
  func current() throws {
    let schema = InventorySchema.node.json(isIndented: true)
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try Data(schema).write(to: Self.file)
      Issue.record("recorded docs/inventory.schema.json")
    }
    #expect(try [UInt8](Data(contentsOf: Self.file)) == schema)
  }

  /// What one file alone can show; what follows from others, such as a reference to nothing, the schema cannot know.
  @Test("takes what the decoder takes, and refuses what it refuses")
  func agreement() throws {
    var cases = Sample.sources.map { (source: $0, expected: true) }
    cases += Self.good.enumerated().map { (Source(path: "good\($0).yaml", bytes: Array($1.utf8)), true) }
    cases += Self.bad.enumerated().map { (Source(path: "bad\($0).yaml", bytes: Array($1.utf8)), false) }
    let documents = try cases.map { try YAML.read($0.source).json(isIndented: false) }
    let scratch = FileManager.default.temporaryDirectory.appending(path: "schema-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: scratch) }
    try Data(documents.joined()).write(to: scratch)
    let verdicts = try validate(scratch)
    #expect(verdicts.count == cases.count)
    for (verdict, (source, expected)) in zip(verdicts, cases) {
      var reading = Reading(source: source)
      let file = try InventoryFile.read(YAML.read(source), in: &reading)
      let text = String(decoding: source.bytes, as: UTF8.self)
      let isForm = reading.report.isEmpty && Self.references(of: file).allSatisfy(\.isWellFormed)
      #expect(isForm == expected, "decoder on \(text)")
      #expect(verdict == expected, "schema on \(text)")
    }
  }

  private static func references(of file: InventoryFile) -> [ReferenceUse] {
    file.hosts.rows.flatMap(\.value.facts.references) + file.guests.rows.flatMap(\.value.facts.references)
  }

  private static let good = [
    "{}",
    "inventory: {version: 1}",
    "hosts: {a: {cpu: unknown, memory: 16Gi, watts: 15, purchased: 2025-10, x-shelf: [1, 2]}}",
    "hosts: {a: {memory: {size: '1,5 TB', max: 32 GiB}, nics: [{speed: 2.5 Gbit/s, mac: 'aa:bb:cc:00:11:22'}]}}",
    "guests: {a: {cpu: 500m, disk: 1e9, passthrough: ['host:b/gpu/igpu'], runsOn: 'guest:c', os: unknown}}",
    "clusters: {a: {version: 1.30, networking: {vip: arp}, storage: 'component:b', name: {es: A, en: B}}}",
    "roadmap: [{id: a, title: b, components: c}]",
    "publish: {allow: ['host:a.serial', {path: 'host:a.serial', reason: sí}], deny: ['*.mac']}",
    "x-anchors: {a: 1}",
  ]

  private static let bad = [
    "hots: {}",
    "inventory: {}",
    "inventory: {version: 1, defaults: {hosts: {vendr: x}}}",
    "hosts: {a: {vendr: x}}",
    "hosts: {a: {memory: lots}}",
    "hosts: {a: {memory: 16 Gib}}",
    "hosts: {a: {cpu: {cores: -1}}}",
    "hosts: {a: {status: actve}}",
    "hosts: {a: {count: 0}}",
    "hosts: {a: {site: casa}}",
    "hosts: {a: {site: 'host:b'}}",
    "guests: {a: {passthrough: ['host:b']}}",
    "guests: {a: {cpu: two}}",
    "hosts: {a: {purchased: yesterday}}",
    "hosts: {a: {watts: 10 VA}}",
    "hosts: {a: {nics: [{speed: fast}]}}",
    "apps: {a: {exposure: internet}}",
    "clusters: {a: {name: {}}}",
    "publish: {addresses: maybe}",
    "roadmap: {id: a}",
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

extension ReferenceUse {
  /// Whether its text says something that may stand there, be it declared or not.
  fileprivate var isWellFormed: Bool {
    guard let reference else { return false }
    return kinds.contains(reference.entity.kind) && reference.part?.list == part
  }
}
