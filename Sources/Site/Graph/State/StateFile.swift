import Bytes
import Disk

/// The file that a state is kept in, as far as its contents; its parts are read one by one. See `StateDraft` for writing.
struct StateFile: Sendable {
  enum Part: Int, CaseIterable, Sendable {
    case sources, facts, texts, outputs, ending
  }

  /// Where a part lies, and the digest of its pieces.
  struct Place: Sendable {
    var offset = StateFile.start
    var length = 0
    var digest: UInt64 = 0
  }

  private let path: Path
  private let places: [Place]

  /// Another number for another shape of the file.
  private static let heading = Array("sitegen state 4\n".utf8)
  /// The heading, the place of each part, and the digest of these.
  static let start = heading.count + 24 * Part.allCases.count + 8
  /// A part is written and digested in pieces of so many bytes, of which the last one is shorter.
  static let piece = 1 << 20

  /// Reads the contents.
  init(at path: Path) throws(StateFinding) {
    let bytes = try Self.read(path, from: 0, count: Self.start)
    guard bytes.count >= Self.heading.count else { throw .damaged }
    guard bytes.starts(with: Self.heading) else {
      throw bytes.starts(with: Self.heading.dropLast(3)) ? .otherVersion : .damaged
    }
    guard bytes.count == Self.start else { throw .damaged }
    var unpacker = Unpacker(bytes, in: Self.heading.count..<bytes.count)
    places = Part.allCases.map { _ in
      Place(
        offset: Int(truncatingIfNeeded: unpacker.fixed()), length: Int(truncatingIfNeeded: unpacker.fixed()),
        digest: unpacker.fixed())
    }
    let contents = bytes.span.extracting(Self.heading.count..<Self.start - 8)
    guard unpacker.fixed() == Digest(of: contents).value,
      places.allSatisfy({ $0.offset >= Self.start && $0.length >= 0 })
    else { throw .damaged }
    self.path = path
  }

  /// What stands before the parts.
  static func contents(_ places: [Place]) -> [UInt8] {
    var packer = Packer()
    for place in places {
      packer.add(fixed: UInt64(place.offset))
      packer.add(fixed: UInt64(place.length))
      packer.add(fixed: place.digest)
    }
    packer.add(fixed: Digest(of: packer.bytes.span).value)
    return heading + packer.bytes
  }

  /// The bytes of a part.
  func bytes(of part: Part) throws(StateFinding) -> [UInt8] {
    let place = places[part.rawValue]
    let bytes = try Self.read(path, from: place.offset, count: place.length)
    guard bytes.count == place.length, Self.digest(of: Self.digests(of: bytes[...])) == place.digest else {
      throw .damaged
    }
    return bytes
  }

  /// The digests of the pieces of a part.
  static func digests(of bytes: ArraySlice<UInt8>) -> [UInt64] {
    stride(from: 0, to: bytes.count, by: piece).map { start in
      Digest(of: bytes.span.extracting(start..<min(start + piece, bytes.count))).value
    }
  }

  /// The digest of a part, of which these are those of its pieces.
  static func digest(of pieces: [UInt64]) -> UInt64 {
    var packer = Packer()
    packer.add(words: pieces)
    return Digest(of: packer.bytes.span).value
  }

  private static func read(_ path: Path, from offset: Int, count: Int) throws(StateFinding) -> [UInt8] {
    do throws(DiskFailure) { return try File.read(path, from: offset, count: count) } catch {
      throw .damaged
    }
  }
}
