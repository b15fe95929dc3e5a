import Bytes

/// A tar file (POSIX ustar, with pax headers for long names) whose bytes are the same for the same site: no owner, no
/// time, files 0644 and folders 0755, no links.
struct TarArchive {
  private(set) var bytes: [UInt8] = []
  private var folders: Set<String> = []

  private static let block = 512

  /// Appends a file, and before it the folders it lies in.
  mutating func append(_ contents: [UInt8], named key: String) {
    appendFolders(above: key)
    appendHeader(for: key, size: contents.count, isFolder: false)
    bytes += contents
    pad()
  }

  /// Ends the archive: two empty blocks.
  consuming func finished() -> [UInt8] {
    bytes += [UInt8](repeating: 0, count: Self.block * 2)
    return bytes
  }
}

extension TarArchive {
  private mutating func appendFolders(above key: String) {
    var folder = ""
    for part in key.split(separator: "/").dropLast() {
      folder += "\(part)/"
      if folders.insert(folder).inserted { appendHeader(for: folder, size: 0, isFolder: true) }
    }
  }

  private mutating func appendHeader(for key: String, size: Int, isFolder: Bool) {
    let path = Array("./\(key)".utf8)
    // A ustar header holds a hundred bytes of a name in ASCII; a pax header before it holds any name.
    if path.count > 100 || path.contains(where: { $0 >= 0x80 }) {
      let record = Self.paxRecord(path: path)
      bytes += Self.header(
        name: Array("./PaxHeaders/\(folders.count)".utf8), size: record.count, mode: 0o644,
        kind: UInt8(ascii: "x"))
      bytes += record
      pad()
    }
    bytes += Self.header(
      name: path.prefix(100), size: size, mode: isFolder ? 0o755 : 0o644,
      kind: UInt8(ascii: isFolder ? "5" : "0"))
  }

  private mutating func pad() {
    let over = bytes.count % Self.block
    if over > 0 { bytes += [UInt8](repeating: 0, count: Self.block - over) }
  }

  /// `27 path=./blog/clúster.html\n`: the number counts the whole record, itself too.
  private static func paxRecord(path: [UInt8]) -> [UInt8] {
    let rest = Array(" path=".utf8) + path + [UInt8(ascii: "\n")]
    var length = rest.count + 1
    while "\(length)".utf8.count + rest.count != length { length = "\(length)".utf8.count + rest.count }
    return Array("\(length)".utf8) + rest
  }

  /// One header of the ustar form; numbers are octal, the checksum is that of the header with spaces in its place.
  private static func header(name: some Collection<UInt8>, size: Int, mode: Int, kind: UInt8) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: block)
    func put(_ text: some Collection<UInt8>, at place: Int) {
      header.replaceSubrange(place..<place + text.count, with: text)
    }
    put(name, at: 0)
    put(octal(mode, digits: 7), at: 100)
    put(octal(0, digits: 7), at: 108)
    put(octal(0, digits: 7), at: 116)
    put(octal(size, digits: 11), at: 124)
    put(octal(0, digits: 11), at: 136)
    put(repeatElement(UInt8(ascii: " "), count: 8), at: 148)
    header[156] = kind
    put("ustar".utf8, at: 257)
    put("00".utf8, at: 263)
    put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6), at: 148)
    header[154] = 0
    return header
  }

  private static func octal(_ number: Int, digits: Int) -> [UInt8] {
    let text = String(number, radix: 8)
    return Array(String(repeating: "0", count: max(0, digits - text.count)).utf8) + Array(text.utf8)
  }
}
