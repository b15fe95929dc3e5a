/// The name of a file or folder, as the bytes that the system knows it by; not every name is UTF-8.
public struct Path: Hashable, Sendable {
  /// The bytes, without the NUL that ends them for the system.
  public let bytes: [UInt8]

  public init(_ text: String) { bytes = Array(text.utf8) }

  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// The path for people; bytes that are no UTF-8 show as `�`.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The last part: `talos.md` of `content/talos.md`.
  public var name: ArraySlice<UInt8> {
    bytes[((bytes.lastIndex(of: Self.separator) ?? -1) + 1)...]
  }

  /// The folder that holds it; `.` for a bare name.
  public var parent: Path {
    guard let slash = bytes.lastIndex(of: Self.separator) else { return Path(".") }
    return slash == 0 ? Path("/") : Path(bytes: Array(bytes[..<slash]))
  }

  /// The path of something in this folder.
  public func appending(_ name: some Collection<UInt8>) -> Path {
    if bytes.isEmpty || bytes.elementsEqual([UInt8(ascii: ".")]) { return Path(bytes: Array(name)) }
    var joined = bytes
    joined.reserveCapacity(bytes.count + name.count + 1)
    if joined.last != Self.separator { joined.append(Self.separator) }
    joined.append(contentsOf: name)
    return Path(bytes: joined)
  }

  /// The path of something in this folder.
  public func appending(_ name: String) -> Path { appending(Array(name.utf8)) }

  /// What stands between the parts.
  public static let separator = UInt8(ascii: "/")
}

extension Path: Comparable {
  /// By bytes, so that the order is the same on every machine.
  public static func < (one: Path, other: Path) -> Bool {
    let (mine, theirs) = (one.bytes.span, other.bytes.span)
    let common = min(mine.count, theirs.count)
    var place = 0
    while place < common, mine[place] == theirs[place] { place += 1 }
    return place < common ? mine[place] < theirs[place] : mine.count < theirs.count
  }
}
