import Diagnostics
import Language
import Nodes

/// The strings of one language: what the site says wins, key by key, over the theme and the program.
struct StringTable: Sendable {
  private(set) var wordings: [String: Wording] = [:]

  /// Adds what a file says, over what is there.
  mutating func add(_ source: Source, report: inout Report) {
    do throws(Report) {
      let node = try YAML.read(source)
      if node.isNull { return }
      guard let entries = node.entries else {
        report.add(source.mistake(ThemeFinding.notStrings, at: node.range))
        return
      }
      add(entries, under: "", of: source, report: &report)
    } catch {
      report.add(contentsOf: error.sorted)
    }
  }

  /// Maps in maps are groups: `archive: {title: …}` is the string `archive.title`.
  ///
  /// YAML's own limit keeps the depth of this recursion small.
  private mutating func add(
    _ entries: [Node.Entry], under prefix: String, of source: Source, report: inout Report
  ) {
    for entry in entries {
      let key = prefix.isEmpty ? entry.key : "\(prefix).\(entry.key)"
      if let text = entry.value.text {
        wordings[key] = .always(Phrase(text))
      } else if let inner = entry.value.entries, !inner.isEmpty {
        if !inner.allSatisfy({ Plural(rawValue: $0.key) != nil && $0.value.text != nil }) {
          add(inner, under: key, of: source, report: &report)
        } else if let other = entry.value["other"]?.text {
          wordings[key] = .counted(Self.forms(inner), other: Phrase(other))
        } else {
          report.add(source.mistake(ThemeFinding.noUsualForm(key: key), at: entry.keyRange))
        }
      } else {
        report.add(source.mistake(ThemeFinding.notAString(key: key), at: entry.keyRange))
      }
    }
  }

  private static func forms(_ entries: [Node.Entry]) -> [Plural: Phrase] {
    var forms: [Plural: Phrase] = [:]
    for entry in entries {
      if let form = Plural(rawValue: entry.key), let text = entry.value.text { forms[form] = Phrase(text) }
    }
    return forms
  }
}
