import Diagnostics
import Disk
import Highlight
import Markdown
import TextRepair

/// Reads content files, each by itself.
struct ContentReader: Sendable {
  /// Where the content lies.
  let root: Path
  var reading: ContentReading
  let grammars: Grammars
  /// Where texts are kept as long as there is room; without one they are all kept.
  var shelf: TextShelf?

  func read(_ file: ContentFile, with markdown: inout Markdown) throws(Mistake) -> LoadedFile {
    let text = try TextFile(reading: root.appending(file.path), as: file.shownPath)
    let loaded = LoadedFile(
      file, text.source, with: reading, markdown: &markdown, raw: text.digest,
      others: text.repaired.findings(at: text.source.path))
    guard let shelf else { return loaded }
    return LoadedFile(loaded, on: shelf) { article(of: file) }
  }

  /// The text of a file that is known but for it; one that is gone meanwhile is empty, and the next build tells.
  func article(of file: ContentFile) -> Article {
    var markdown = Markdown(highlighter: Highlighter(grammars: grammars))
    let text: TextFile
    do throws(Mistake) {
      text = try TextFile(reading: root.appending(file.path), as: file.shownPath)
    } catch {
      return markdown.article(from: Source(path: file.shownPath, bytes: []))
    }
    return LoadedFile(file, text.source, with: reading, markdown: &markdown).article
  }
}
