import Bytes
import Disk

/// What the last build wrote into an output folder: which files there are ours, and which are up to date.
struct OutputRecord: Sendable, Equatable {
  /// One file as it was written.
  struct Entry: Sendable, Equatable {
    let stamp: FileStamp
    /// Of the bytes written; of a copied file, of all that the system told of its original.
    let digest: UInt64
  }

  /// In the order of their paths' bytes.
  let paths: [String]
  let entries: [Entry]

  init(paths: [String] = [], entries: [Entry] = []) {
    self.paths = paths
    self.entries = entries
  }

  /// Where each path stands.
  var index: DigestTable {
    var index = DigestTable(capacity: paths.count)
    for (number, path) in paths.enumerated() { index[path] = number }
    return index
  }

  /// The first line of a record; another version has another one, and counts as none.
  private static let heading = "sitegen output 1\n"

  /// Where the record of an output folder lies: by its path from the sources where it lies among them, so that a site
  /// may move with its output.
  static func path(for output: Path, in sources: Path) -> Path {
    let place = output.relative(to: sources) ?? output
    return folder(in: sources).appending("\(Digest(of: place.bytes.span).text).txt")
  }

  /// The folder of all records of a site.
  static func folder(in sources: Path) -> Path { sources.appending(".sitegen").appending("outputs") }
}

// MARK: As text

extension OutputRecord {
  /// One line for each file, and at the end a digest of all that stands above.
  var text: [UInt8] {
    var out = Array(Self.heading.utf8)
    out.reserveCapacity(entries.count * 80)
    for (path, entry) in zip(paths, entries) {
      out.append(decimal: entry.stamp.size)
      out.append(" ")
      out.append(decimal: entry.stamp.modified)
      out.append(" ")
      out.append(hex: entry.digest)
      out.append(" ")
      out.append(text: path)
      out.append("\n")
    }
    let digest = Digest(of: out.span)
    out.append(text: "end \(digest.text)\n")
    return out
  }

  /// Reads a record; nil for one that is damaged or of another version.
  init?(text: [UInt8]) {
    guard let lines = Lines(of: text) else { return nil }
    var paths: [String] = []
    var entries: [Entry] = []
    paths.reserveCapacity(lines.likelyCount)
    entries.reserveCapacity(lines.likelyCount)
    let isWhole = lines.allSatisfy(in: lines.all) { path, entry in
      paths.append(String(decoding: path, as: UTF8.self))
      entries.append(entry)
      return true
    }
    guard isWhole else { return nil }
    self.init(paths: paths, entries: entries)
  }

  /// The lines of a record that is whole, to be looked at without taking them apart before.
  struct Lines: Sendable {
    private let text: [UInt8]
    /// Where they lie.
    let all: Range<Int>

    init?(of text: [UInt8]) {
      let ending = "end 0123456789abcdef\n".utf8.count
      let start = OutputRecord.heading.utf8.count
      guard text.starts(with: OutputRecord.heading.utf8), text.count >= start + ending else { return nil }
      all = start..<text.count - ending
      let digest = Digest(of: text.span.extracting(0..<all.upperBound)).text
      guard text[all.upperBound...].elementsEqual("end \(digest)\n".utf8) else { return nil }
      self.text = text
    }

    /// A line is seldom shorter.
    var likelyCount: Int { all.count / 40 }

    /// Parts of about equal length that end with their lines.
    var chunks: [Range<Int>] {
      var chunks: [Range<Int>] = []
      var start = all.lowerBound
      while start < all.upperBound {
        let near = min(start + Self.chunk, all.upperBound) - 1
        let end =
          text[near..<all.upperBound].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? all.upperBound
        chunks.append(start..<end)
        start = end
      }
      return chunks
    }

    private static let chunk = 1 << 16

    /// Whether something is true of all lines of a part; a line that is none is not.
    func allSatisfy(in part: Range<Int>, _ isTrue: (ArraySlice<UInt8>, Entry) -> Bool) -> Bool {
      var index = part.lowerBound
      while index < part.upperBound {
        guard let size = OutputRecord.number(in: text, at: &index, radix: 10),
          let modified = OutputRecord.number(in: text, at: &index, radix: 10),
          let digest = OutputRecord.number(in: text, at: &index, radix: 16),
          let newline = text[index..<part.upperBound].firstIndex(of: UInt8(ascii: "\n"))
        else { return false }
        let stamp = FileStamp(
          size: Int(truncatingIfNeeded: size), modified: Int(truncatingIfNeeded: modified))
        guard isTrue(text[index..<newline], Entry(stamp: stamp, digest: digest)) else { return false }
        index = newline + 1
      }
      return true
    }
  }

  /// Reads a number and the space behind it; the digits were written by us, so only their end is looked for.
  private static func number(in text: [UInt8], at index: inout Int, radix: UInt64) -> UInt64? {
    var value: UInt64 = 0
    let start = index
    while index < text.count, text[index] != UInt8(ascii: " ") {
      let byte = text[index]
      let digit = byte < UInt8(ascii: "a") ? byte &- UInt8(ascii: "0") : byte &- UInt8(ascii: "a") &+ 10
      guard digit < radix else { return nil }
      value = value &* radix &+ UInt64(digit)
      index += 1
    }
    guard index > start, index < text.count else { return nil }
    index += 1
    return value
  }
}
