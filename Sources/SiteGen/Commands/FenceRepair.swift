import Diagnostics
import Disk
import Frontmatter
import Markdown
import TextRepair

/// Writes the fences that pasted guides lack, and shows what changes as a diff.
struct FenceRepair {
  let paths: [String]
  let isWriting: Bool
  let console: Console

  func run() -> ExitCode {
    var report = Report()
    for path in paths {
      do throws(Mistake) {
        try mend(path)
      } catch {
        report.add(error)
      }
    }
    console.show(report)
    return report.isEmpty ? .done : .outside
  }

  private func mend(_ path: String) throws(Mistake) {
    let old = try File.contents(path)
    let repaired = TextRepair.repair(old)
    if let mistake = repaired.mistake(at: path) { throw mistake }
    let new = Self.fenced(repaired.bytes)
    if path == "-" { return console.print(new) }
    guard new != old else { return }
    console.print(UnifiedDiff.between(old, new, path: path))
    guard isWriting else { return }
    do throws(DiskFailure) {
      try File.write(new, to: Path(path))
    } catch {
      throw error.mistake
    }
  }

  /// The text with its fences; a file with front matter was written for a site, and is left alone.
  private static func fenced(_ text: [UInt8]) -> [UInt8] {
    guard Block(in: text.span).kind == .absent else { return text }
    let (bytes, edits) = Guides.fenced(source: text)
    guard !edits.isEmpty else { return text }
    return endsLinesWithReturn(text) ? withReturns(bytes) : bytes
  }

  /// A file whose first line ends in CRLF keeps its line ends.
  private static func endsLinesWithReturn(_ text: [UInt8]) -> Bool {
    guard let end = text.firstIndex(of: UInt8(ascii: "\n")), end > 0 else { return false }
    return text[end - 1] == UInt8(ascii: "\r")
  }

  private static func withReturns(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count + text.count / 16)
    for byte in text {
      if byte == UInt8(ascii: "\n"), out.last != UInt8(ascii: "\r") { out.append(UInt8(ascii: "\r")) }
      out.append(byte)
    }
    return out
  }
}

extension File {
  /// What a file argument names: a file, or standard input for `-`.
  static func contents(_ argument: String) throws(Mistake) -> [UInt8] {
    do throws(DiskFailure) {
      return try argument == "-" ? readStandardInput() : read(Path(argument))
    } catch {
      throw error.mistake
    }
  }
}
