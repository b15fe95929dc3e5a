import Nodes

/// The form of a baseline on disk.
struct BaselineFile: Fielded {
  /// Findings of one rule on lines of the same words.
  struct Row: Fielded {
    let rule: String
    let path: String
    let line: String
    let count: Int

    init(reading fields: inout Fields) {
      rule = fields.value("rule", "The name of the rule.")
      path = fields.value("path", "The file, from the root of the site.")
      line = fields.value("line", "The digest of the line.")
      count = fields.value("count", "How many findings this stands for.", default: 1, in: 1...1_000_000)
    }
  }

  let findings: [Located<Row>]

  init(reading fields: inout Fields) {
    findings = fields.value("findings", "What is known.", default: [])
  }
}
