extension CodeEvidence {
  /// All lines are YAML, and enough of them only YAML.
  static func isYAML(_ lines: [String]) -> Bool {
    var keys = 0
    var nested = 0
    var plain = 0
    var scalar: Int?
    for line in lines {
      let indent = line.utf8.prefix { $0 == 0x20 }.count
      if let depth = scalar, indent > depth { continue }
      scalar = nil
      let text = GuideLines.trimmed(line)
      if text.hasPrefix("#") || text == "---" || text == "..." { continue }
      var rest = text
      while rest.hasPrefix("- ") { rest = GuideLines.trimmed(String(rest.utf8.dropFirst(2)) ?? "") }
      guard let value = yamlValue(rest) else {
        if text.hasPrefix("-"), keys > 0 { continue }
        return false
      }
      keys += 1
      if indent > 0 { nested += 1 } else if rest == text, isPlainPair(rest, value) { plain += 1 }
      if value.hasPrefix("|") || value.hasPrefix(">") { scalar = indent }
    }
    guard keys > 0, let first = lines.first(where: { !$0.hasPrefix("#") && $0 != "---" }),
      !first.hasPrefix("- ")
    else { return false }
    let opens = first.utf8.first.map { $0 >= 0x61 && $0 <= 0x7A } == true
    return opens && (nested >= 2 || plain >= 3 && plain == keys)
  }

  /// What stands behind `key:`; nil if the line is no such pair.
  private static func yamlValue(_ text: String) -> String? {
    let key = text.utf8.prefix {
      $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "`")
    }
    let rest = text.utf8.dropFirst(key.count)
    guard !key.isEmpty, rest.first == UInt8(ascii: ":"), rest.count == 1 || rest.dropFirst().first == 0x20
    else {
      return nil
    }
    return GuideLines.trimmed(String(rest.dropFirst()) ?? "")
  }

  /// `replicas: 3`, not `nota: esto es una frase`.
  private static func isPlainPair(_ text: String, _ value: String) -> Bool {
    let isLower = text.utf8.first.map { $0 >= 0x61 && $0 <= 0x7A } == true
    return isLower && value.split(separator: " ").count <= 3 && !value.hasSuffix(".")
  }

  static func isMermaid(_ lines: [String]) -> Bool {
    guard let first = lines.first, lines.count > 1 else { return false }
    let words = first.split(separator: " ")
    let opens =
      switch words.first {
      case "graph", "flowchart":
        words.count == 2 && ["TD", "TB", "BT", "LR", "RL", "TD;", "LR;"].contains(words[1])
      case "sequenceDiagram", "classDiagram", "stateDiagram", "stateDiagram-v2", "erDiagram", "gantt",
        "gitGraph",
        "mindmap", "timeline", "journey", "C4Context", "quadrantChart":
        words.count == 1
      case "pie": words.count == 1 || words[1] == "title" || words[1] == "showData"
      default: false
      }
    return opens && lines.dropFirst().allSatisfy(isMermaidLine)
  }

  static func isMermaidLine(_ line: String) -> Bool {
    if line.hasPrefix(" ") || line.hasPrefix("\t") { return true }
    let arrows = ["-->", "---", "-.->", "==>", "->>", "-->>", "<|--", "||--", "..>"]
    let keywords = [
      "subgraph ", "end", "style ", "classDef ", "class ", "linkStyle ", "click ", "%%", "participant ",
    ]
    return arrows.contains { line.contains($0) } || keywords.contains { line.hasPrefix($0) }
  }
}
