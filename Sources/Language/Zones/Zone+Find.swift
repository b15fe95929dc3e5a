#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// Finding a zone by its name: the system's file, else the built-in table.

extension Zone {
  /// Why a name leads to no zone.
  public enum FindError: Error, Hashable, Sendable {
    /// Neither a file nor a built-in table bears the name, or it is no zone's name at all.
    case unknown(String)
    /// The file of that name cannot be understood.
    case damaged(String, FileError)
  }

  /// Where systems keep their zone files.
  public static let systemDirectory = "/usr/share/zoneinfo"

  /// Finds a zone; `read` is given a path and answers with the file's bytes, or nil when there is no such file.
  public init(
    named name: String,
    in directory: String = Zone.systemDirectory,
    read: (String) -> [UInt8]? = Zone.contents
  ) throws(FindError) {
    guard Self.isName(name) else { throw .unknown(name) }
    if let bytes = read("\(directory)/\(name)") {
      do {
        self = try Zone(name: name, tzif: bytes.span)
      } catch {
        throw .damaged(name, error)
      }
    } else if let zone = Self.builtIn(name) {
      self = zone
    } else {
      throw .unknown(name)
    }
  }

  /// Reads a zone file; nil when it cannot be read.
  public static func contents(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: largestFile) { buffer, initialized in
      // A C call fills the buffer; a folder or a failing disk answers -1.
      while count >= 0, initialized < buffer.count {
        count = read(file, buffer.baseAddress.map { $0 + initialized }, buffer.count - initialized)
        if count <= 0 { break }
        initialized += count
      }
    }
    return count == 0 ? bytes : nil
  }

  /// Far more than any zone file holds (the largest has 4 KB).
  private static let largestFile = 65_536

  /// Names are made of letters, digits and `_+-` between slashes, so that none leads out of the directory.
  private static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
              UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
              true
            default: false
            }
          }
      }
  }
}
