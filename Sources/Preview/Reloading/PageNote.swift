import Bytes
import Diagnostics
import Language
import Site

/// What a browser is told about the page that it shows, each time that the site changes.
struct PageNote {
  /// What of the page tells one state from another; nil where its address leads elsewhere.
  let tag: EntityTag?
  let status: Int
  /// Where the page has gone.
  var moved: String?
  /// Where the writer is at work.
  var follow: String?
  /// Files whose address stays while their content changed.
  var files: [String] = []
  let errors: [Mistake]
  let warnings: [Mistake]
  let glance: LiveGlance?
  /// Pages that readers do not see yet.
  let waiting: [String]
  let took: Duration

  /// The tag of a page that cannot be shown: it changes with what is wrong.
  static func tagOfBroken(_ mistakes: [Mistake]) -> EntityTag {
    EntityTag("broken-\(EntityTag(of: Array(mistakes.told(in: .english).utf8)).text)")
  }

  /// The note as an event, in one line of JSON.
  func event(in tongue: Tongue) -> [UInt8] {
    var out: [UInt8] = []
    out.append("event: page\ndata: {\"status\":")
    out.append(decimal: status)
    out.append(",\"lang\":")
    out.append(jsonString: tongue.rawValue)
    for (name, value) in [("tag", tag?.text), ("moved", moved), ("follow", follow), ("waits", waits)] {
      guard let value else { continue }
      out.append(text: ",\"\(name)\":")
      out.append(jsonString: value)
    }
    if let glance {
      out.append(",\"words\":")
      out.append(decimal: glance.words)
    }
    out.append(",\"microseconds\":")
    out.append(
      decimal: Int(took.components.seconds) * 1_000_000 + Int(took.components.attoseconds / 1_000_000_000_000)
    )
    for (name, values) in [
      ("files", files), ("waiting", waiting), ("errors", errors.map { [$0].told(in: tongue) }),
      ("warnings", warnings.map { [$0].told(in: tongue) }),
    ] {
      out.append(text: ",\"\(name)\":[")
      for (number, value) in values.enumerated() {
        if number > 0 { out.append(",") }
        out.append(jsonString: value)
      }
      out.append("]")
    }
    out.append("}\n\n")
    return out
  }

  private var waits: String? {
    switch glance?.waits {
    case .draft?: "draft"
    case .future?: "future"
    case .expired?: "expired"
    case nil: nil
    }
  }
}
