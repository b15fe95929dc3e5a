import Bytes
import Disk

/// The file that a state is kept in, as far as its contents; its parts are read one by one.
struct StateFile: Sendable {
  /// In the order in which they lie in the file.
  enum Part: Int, CaseIterable, Sendable {
    case beginning, sources, facts, texts, outputs
  }

  /// A part as it is kept.
  struct Packed: Sendable {
    let bytes: [UInt8]
    let digest: UInt64

    init(reserving room: Int = 0, _ pack: (inout Packer) -> Void) {
      var packer = Packer()
      packer.bytes.reserveCapacity(room)
      pack(&packer)
      digest = Digest(of: packer.bytes.span).value
      bytes = packer.bytes
    }
  }

  private let path: Path
  private let lengths: [Int]
  private let digests: [UInt64]

  /// Another number for another shape of the file.
  private static let heading = Array("sitegen state 3\n".utf8)
  /// The heading, a length and a digest for each part, and the digest of these.
  private static let start = heading.count + 16 * Part.allCases.count + 8

  /// Reads the contents.
  init(at path: Path) throws(StateFinding) {
    let bytes = try Self.read(path, from: 0, count: Self.start)
    guard bytes.count >= Self.heading.count else { throw .damaged }
    guard bytes.starts(with: Self.heading) else {
      throw bytes.starts(with: Self.heading.dropLast(3)) ? .otherVersion : .damaged
    }
    guard bytes.count == Self.start else { throw .damaged }
    var unpacker = Unpacker(bytes, in: Self.heading.count..<bytes.count)
    var (lengths, digests): ([Int], [UInt64]) = ([], [])
    for _ in Part.allCases {
      lengths.append(Int(truncatingIfNeeded: unpacker.fixed()))
      digests.append(unpacker.fixed())
    }
    let contents = bytes.span.extracting(Self.heading.count..<Self.start - 8)
    guard unpacker.fixed() == Digest(of: contents).value, lengths.allSatisfy({ $0 >= 0 }) else {
      throw .damaged
    }
    self.path = path
    self.lengths = lengths
    self.digests = digests
  }

  /// The bytes of a part.
  func bytes(of part: Part) throws(StateFinding) -> [UInt8] {
    let offset = lengths[..<part.rawValue].reduce(Self.start, +)
    let bytes = try Self.read(path, from: offset, count: lengths[part.rawValue])
    guard bytes.count == lengths[part.rawValue], Digest(of: bytes.span).value == digests[part.rawValue] else {
      throw .damaged
    }
    return bytes
  }

  private static func read(_ path: Path, from offset: Int, count: Int) throws(StateFinding) -> [UInt8] {
    do throws(DiskFailure) { return try File.read(path, from: offset, count: count) } catch {
      throw .damaged
    }
  }

  /// Writes the parts of a state, each with its digest.
  static func write(_ parts: [Packed], to path: Path) throws(DiskFailure) {
    var packer = Packer()
    for part in parts {
      packer.add(fixed: UInt64(part.bytes.count))
      packer.add(fixed: part.digest)
    }
    packer.add(fixed: Digest(of: packer.bytes.span).value)
    try File.write([heading + packer.bytes] + parts.map(\.bytes), to: path, durably: false)
  }
}
