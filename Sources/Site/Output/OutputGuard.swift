import Diagnostics
import Disk

/// Refuses folders that no site may be written to, before anything is touched.
struct OutputGuard {
  let output: Path
  let sources: Path
  /// The home of whoever runs the program; nil when nobody knows it.
  let home: Path?

  /// The folders of a site that what is written would become part of.
  private static let inputs =
    [
      "content", "static", "assets", "data", "inventory", "syntaxes", "templates", "themes", "strings",
      "styles",
      "scripts", "icons", ".git", ".sitegen",
    ]

  func check() throws(Mistake) {
    switch output.kind {
    case .file, .other: throw refusal(.isFile)
    case .folder, .nothing: break
    }
    if output.isRoot { throw refusal(.isRoot) }
    if sources.lies(in: output) { throw refusal(.holdsSources) }
    if let home, home.lies(in: output) { throw refusal(.isHome) }
    for folder in Self.inputs where output.lies(in: sources.appending(folder)) {
      throw refusal(.insideSources(folder: folder))
    }
  }

  private func refusal(_ finding: OutputFinding) -> Mistake {
    Mistake(finding, path: output.text, place: nil)
  }
}
