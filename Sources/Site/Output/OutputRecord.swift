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
  var index: [String: Int] {
    var index: [String: Int] = [:]
    index.reserveCapacity(paths.count)
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
      out.append(text: String(entry.digest, radix: 16))
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
    let ending = "end 0123456789abcdef\n".utf8.count
    guard text.starts(with: Self.heading.utf8), text.count >= Self.heading.utf8.count + ending else {
      return nil
    }
    let end = text.count - ending
    guard text[end...].elementsEqual("end \(Digest(of: text.span.extracting(0..<end)).text)\n".utf8) else {
      return nil
    }
    var paths: [String] = []
    var entries: [Entry] = []
    var index = Self.heading.utf8.count
    while index < end {
      guard let size = Self.number(in: text, at: &index, radix: 10),
        let modified = Self.number(in: text, at: &index, radix: 10),
        let digest = Self.number(in: text, at: &index, radix: 16),
        let newline = text[index..<end].firstIndex(of: UInt8(ascii: "\n"))
      else { return nil }
      paths.append(String(decoding: text[index..<newline], as: UTF8.self))
      entries.append(
        Entry(
          stamp: FileStamp(size: Int(truncatingIfNeeded: size), modified: Int(truncatingIfNeeded: modified)),
          digest: digest))
      index = newline + 1
    }
    self.init(paths: paths, entries: entries)
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
