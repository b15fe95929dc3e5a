import Bytes
import Disk

/// The content of an earlier build beside what the disk says of it now.
struct KnownContent: Sendable {
  let texts: KnownTexts
  /// What the system told of each file then and tells now, by the path from the root of the site.
  let then: [String: FileState]
  let now: [String: FileState]
  /// Whether the system's word is taken; if not, every file is read and compared.
  let trustsStamps: Bool
  /// What is put before the path of a file below `content/` to find it from the root of the site.
  let prefix: String

  /// A file that is as it was; nil for one that is new or has changed.
  func file(_ file: ContentFile, with reader: ContentReader) -> LoadedFile? {
    guard let raw = texts.raw(of: file.path), isSame(file, raw, in: reader.root) else { return nil }
    return texts.file(file, with: reader.reading) { reader.article(of: file) }
  }

  private func isSame(_ file: ContentFile, _ raw: UInt64, in root: Path) -> Bool {
    let path = prefix + file.path
    if trustsStamps, let then = then[path], then == now[path] { return true }
    return Digest.file(root.appending(file.path)) == raw
  }
}
