import Deploy
import Diagnostics
import Foundation
import Inventory
import Nodes
import Site
import TestSupport
import Testing

@testable import SiteGen

/// The whole schema of `site.yaml`, with the blocks of all modules.
@Suite("The schema of site.yaml and its blocks")
struct SiteSchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let file = root.appending(path: "docs/site.schema.json")

  @Test("is the one in docs/")
  func current() throws {
    let schema = SiteSchema.node.json(isIndented: true)
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try Data(schema).write(to: Self.file)
      Issue.record("recorded docs/site.schema.json")
    }
    #expect(try [UInt8](Data(contentsOf: Self.file)) == schema)
  }

  @Test("takes of each block what its decoder takes, and refuses what it refuses")
  func agreement() throws {
    let cases = Self.good.map { ($0, true) } + Self.bad.map { ($0, false) }
    let verdicts = try validate(cases.map(\.0))
    #expect(verdicts.count == cases.count)
    for (verdict, (document, expected)) in zip(verdicts, cases) {
      #expect(verdict == expected, "schema on \(document)")
      #expect(try decodes(document) == expected, "decoders on \(document)")
    }
  }

  private func decodes(_ document: String) throws -> Bool {
    let source = Source(path: "site.yaml", bytes: Array(document.utf8))
    do throws(Report) {
      let blocks = try Configuration.decode(YAML.read(source), from: source).value.blocks
      if let block = blocks.inventory {
        _ = try InventorySettings.decode(block, from: source, under: "inventory")
      }
      if let block = blocks.deploy { _ = try DeploySettings.decode(block, from: source, under: "deploy") }
      return true
    } catch {
      return false
    }
  }

  /// Documents that are right, as JSON, which is YAML too.
  private static let good = [
    #"{"inventory": {"sources": [{"id": "k8s", "type": "kubernetes", "kubeconfig": "~/.kube/config"}]}}"#,
    #"{"inventory": {"sources": [{"id": "pve", "type": "proxmox", "address": "https://p:8006", "token": {"env": "PVE"}}]}}"#,
    #"{"inventory": {"sources": [{"id": "p", "type": "prometheus", "address": "https://p", "queries": {"w": {"query": "up", "range": "24h", "points": 20}}, "limits": {"total": "5s", "size": "1 MiB"}, "max_age": {"warn": "7d"}, "on_error": "fail"}]}}"#,
    #"{"inventory": {"sources": [{"id": "t", "type": "command", "argv": ["talosctl", "get", "members"], "format": "talos-members"}], "freshness": {"warn": "2d"}}}"#,
    #"{"deploy": {"targets": {"casa": {"type": "dir", "path": "/srv/site", "keep": 3}}, "max_deletes": 10}}"#,
    #"{"deploy": {"targets": {"vps": {"type": "rsync", "to": "blog@vps.example.org:/srv/blog"}}}}"#,
    #"{"deploy": {"targets": {"cubo": {"type": "s3", "bucket": "b", "endpoint": "https://s3.example.org", "style": "path"}}}}"#,
    #"{"deploy": {"targets": {"p": {"type": "git", "remote": "origin", "branch": "pages"}, "a": {"type": "pages-artifact", "file": "a.tar"}}}}"#,
  ]

  private static let bad = [
    #"{"inventory": {"sources": [{"id": "k8s", "type": "kubernets"}]}}"#,
    #"{"inventory": {"sources": [{"type": "kubernetes"}]}}"#,
    #"{"inventory": {"sources": [{"id": "k8s", "type": "kubernetes", "kubeconfg": "x"}]}}"#,
    #"{"inventory": {"sources": [{"id": "p", "type": "proxmox", "address": "https://p", "token": "clave"}]}}"#,
    #"{"inventory": {"sources": [{"id": "p", "type": "prometheus", "address": "https://p", "queries": {"w": {"query": "up", "points": 1}}}]}}"#,
    #"{"inventory": {"surces": []}}"#,
    #"{"deploy": {"targets": {"casa": {"type": "dir"}}}}"#,
    #"{"deploy": {"targets": {"casa": {"type": "ftp", "path": "/srv"}}}}"#,
    #"{"deploy": {"targets": {"casa": {"type": "dir", "path": "/srv", "bucket": "b"}}}}"#,
    #"{"deploy": {"max_deletes": -1}}"#,
  ]

  private func validate(_ documents: [String]) throws -> [Bool] {
    let scratch = try TemporaryFolder()
    let path = try scratch.write(documents.joined(separator: "\n"), to: "documents.jsonl")
    let program = """
      import json, sys, jsonschema
      validator = jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))
      for line in filter(str.strip, open(sys.argv[2], encoding='utf-8')):
          print('yes' if validator.is_valid(json.loads(line)) else 'no')
      """
    return try LocalProgram.run("python3", ["-c", program, Self.file.path, path]).split(separator: "\n")
      .map { $0 == "yes" }
  }
}
