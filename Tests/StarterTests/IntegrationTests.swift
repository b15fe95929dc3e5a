import Diagnostics
import Foundation
import Nodes
import TestSupport
import Testing

@testable import Starter

/// What runs on machines that nobody watches.
@Suite("A workflow of a new site")
struct IntegrationTests {
  private static let names = ["github", "gitlab", "forgejo"]

  private func workflow(_ name: String) throws -> Node {
    try YAML.read(Source(path: "\(name).yml", bytes: StarterFile.bytes(of: "ci/\(name).yml")))
  }

  /// The commands of a workflow: texts under `run`, and the lines of a `script` as one.
  private func scripts(in node: Node, under key: String = "") -> [String] {
    if key == "run", let text = node.text { return [text] }
    if key == "script", let lines = node.list {
      return [lines.compactMap(\.text).joined(separator: "\n")]
    }
    return (node.entries ?? []).flatMap { scripts(in: $0.value, under: $0.key) }
      + (node.list ?? []).flatMap { scripts(in: $0) }
  }

  @Test(
    "does what it is for: a strict build, the check, a plan, a deploy, and a look at night", arguments: names)
  func steps(name: String) throws {
    let all = scripts(in: try workflow(name)).joined(separator: "\n")
    for step in [
      "sitegen build --strict", "sitegen check", "sitegen deploy \"$SITEGEN_TARGET\" --dry-run",
      "sitegen deploy \"$SITEGEN_TARGET\" --yes", "sitegen check --strict", "sitegen inventory diff",
    ] {
      #expect(all.contains(step), "\(step)")
    }
    let text = String(decoding: StarterFile.bytes(of: "ci/\(name).yml"), as: UTF8.self)
    #expect(text.contains("concurrency:") || text.contains("resource_group:"))
  }

  @Test(
    "has no command that a shell could misread",
    .enabled(if: LocalProgram.find("/usr/bin/shellcheck") != nil),
    arguments: names)
  func shells(name: String) throws {
    let folder = try TemporaryFolder()
    let scripts = scripts(in: try workflow(name))
    #expect(scripts.count > 2)
    for (number, script) in scripts.enumerated() {
      // What the service fills in must not stand in a script: it would be taken for a part of it.
      #expect(!script.contains("${{"))
      let file = try folder.write("#!/bin/sh\n\(script)\n", to: "\(number).sh")
      try LocalProgram.run("shellcheck", [file])
    }
  }

  @Test("uses no variable of the service that its own words do not explain", arguments: names)
  func variables(name: String) {
    let text = String(decoding: StarterFile.bytes(of: "ci/\(name).yml"), as: UTF8.self)
    let head =
      text.prefix(while: { $0 != ":" }) + text.split(separator: "\n").filter { $0.hasPrefix("#") }.joined()
    for variable in ["SITEGEN_IMAGE", "SITEGEN_TARGET"] where text.contains(variable) {
      #expect(head.contains(variable))
    }
  }
}
