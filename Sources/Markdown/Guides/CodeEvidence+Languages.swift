extension CodeEvidence {
  /// Tells the language of a run of lines that stand together, if all of them are code.
  ///
  /// | language   | what says so                                                          |
  /// |------------|-----------------------------------------------------------------------|
  /// | mermaid    | a diagram's first line, such as `graph TD`, and an indented or arrow line |
  /// | yaml       | `key:` lines, with two nested ones, or three plain ones in lower case  |
  /// | json       | braces or brackets at both ends and a `"key":`                        |
  /// | toml, ini  | `[section]`, then only `key = value`                                  |
  /// | dockerfile | `FROM image`, then only instructions                                  |
  /// | hcl        | `resource "…" "…" {` and the like, to a closing brace                 |
  /// | nix        | `{ config, pkgs, ... }:` to a closing brace                           |
  /// | sh         | commands, their continuations, here-documents and comments            |
  static func language(of lines: [String]) -> GuideLanguage? {
    guard let first = lines.first, let last = lines.last else { return nil }
    if isMermaid(lines) { return .mermaid }
    if isBraced(first, last),
      lines.contains(where: { GuideLines.trimmed($0).hasPrefix("\"") && $0.contains("\":") })
    {
      return .json
    }
    if first.hasPrefix("["), first.hasSuffix("]"), lines.count > 1 {
      if let language = sectioned(lines) { return language }
    }
    if isDockerfile(lines) { return .dockerfile }
    if last == "}", lines.count > 1, isHCL(first) { return .hcl }
    if last.hasPrefix("}"), first.hasPrefix("{"), first.hasSuffix("}:"), first.contains(",") { return .nix }
    if isYAML(lines) { return .yaml }
    return shell(lines)
  }

  /// Whether a line that begins with a small letter may be the first of a block of code: by its first word, which is a
  /// command, a key with its colon, or what opens a block in one of the languages.
  static func mayOpenCode(_ line: ArraySlice<UInt8>) -> Bool {
    let word = line.prefix { $0 > 0x20 }
    guard word.count <= longestOpener else { return word.contains(UInt8(ascii: ":")) }
    return word.contains(UInt8(ascii: ":")) || openers.contains(String(decoding: word, as: UTF8.self))
  }

  private static let openers = commands.union([
    "sudo", "export", "for", "while", "if", "until",
    "graph", "flowchart", "sequenceDiagram", "classDiagram", "stateDiagram", "stateDiagram-v2", "erDiagram",
    "gantt", "gitGraph", "mindmap", "timeline", "journey", "pie", "quadrantChart",
    "resource", "provider", "variable", "module", "data", "output", "terraform", "locals",
  ])

  private static let longestOpener = openers.map(\.utf8.count).max() ?? 0

  private static func isBraced(_ first: String, _ last: String) -> Bool {
    first.hasPrefix("{") && last == "}" || first == "[" && last == "]"
  }

  private static func isHCL(_ first: String) -> Bool {
    guard first.hasSuffix("{") else { return false }
    return [
      "resource \"", "provider \"", "variable \"", "module \"", "data \"", "output \"", "terraform {",
      "locals {",
    ]
    .contains { first.hasPrefix($0) }
  }

  private static func sectioned(_ lines: [String]) -> GuideLanguage? {
    var isTOML = true
    var pairs = 0
    for line in lines.map(GuideLines.trimmed)
    where !line.hasPrefix("#") && !line.hasPrefix(";") && !line.hasPrefix("[") {
      let key = line.utf8.prefix { $0 != UInt8(ascii: "=") }
      guard !key.isEmpty, key.count < line.utf8.count, !GuideLines.trimmed(String(key) ?? " ").contains(" ")
      else {
        return nil
      }
      pairs += 1
      let value = GuideLines.trimmed(String(line.utf8.dropFirst(key.count + 1)) ?? "")
      let start = value.utf8.first ?? 0
      let isWord = value == "true" || value == "false"
      isTOML = isTOML && (isWord || "\"'[{0123456789-".utf8.contains(start))
    }
    return pairs > 0 ? (isTOML ? .toml : .ini) : nil
  }

  private static func isDockerfile(_ lines: [String]) -> Bool {
    let code = lines.filter { !$0.hasPrefix("#") }
    guard let first = code.first, code.count > 1 else { return false }
    guard first.hasPrefix("FROM ") || first.hasPrefix("ARG ") else { return false }
    var continues = false
    for line in code {
      if !continues, !instructions.contains(where: { line.hasPrefix($0 + " ") }) { return false }
      continues = line.hasSuffix("\\")
    }
    return true
  }

  private static let instructions = [
    "FROM", "ARG", "RUN", "COPY", "ADD", "CMD", "ENTRYPOINT", "ENV", "EXPOSE", "WORKDIR", "USER", "VOLUME",
    "LABEL",
    "HEALTHCHECK", "SHELL", "STOPSIGNAL",
  ]

  /// All lines are code, and at least one is a command.
  static func shell(_ lines: [String]) -> GuideLanguage? {
    var points = 0
    var isConsole = false
    var continues = false
    var end: String?
    for line in lines {
      if let word = end {
        if GuideLines.trimmed(line) == word { end = nil }
        continue
      }
      if continues || isComment(line) || points > 0 && isConsole
        || points > 0 && flow.contains(where: { line.hasPrefix($0) })
      {
        continues = line.hasSuffix("\\")
        continue
      }
      let score = command(line) + (flowStarts.contains { line.hasPrefix($0) } ? 2 : 0)
      let isIndented = line.hasPrefix(" ") || line.hasPrefix("\t")
      guard score >= 2 || points > 0 && isIndented else { return nil }
      points += score
      isConsole = isConsole || line.hasPrefix("$ ")
      continues = line.hasSuffix("\\")
      end = hereDocument(line)
    }
    return points >= 2 ? (isConsole ? .console : .sh) : nil
  }

  private static let flow = ["done", "fi", "else", "elif ", "then", "do", "}", "esac"]
  private static let flowStarts = ["for ", "while ", "if [", "until "].map { $0 }
}
