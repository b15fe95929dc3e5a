import Bytes
import Disk

/// The content of an earlier reading beside what the disk says of it now.
struct KnownContent: Sendable {
  /// What is known of files.
  enum Texts: Sendable {
    /// What an earlier build kept.
    case kept(KnownTexts)
    /// What this process has read, by the path below `content/`.
    case read([String: LoadedFile])
  }

  /// Which files are believed to be as they were; all others are read and compared.
  enum Belief: Sendable {
    case none
    /// Those of which the system tells the same then and now, by the digest of the path below `content/`.
    case these(DigestSet)
    /// All but some, by the path from the root of the site.
    case allBut(ChangedPaths)
  }

  let texts: Texts
  let belief: Belief
  /// What is put before the path of a file below `content/` to find it from the root of the site.
  let prefix: String

  /// A file that is as it was; nil for one that is new or has changed.
  func file(_ file: ContentFile, with reader: ContentReader) -> LoadedFile? {
    switch texts {
    case .kept(let texts):
      guard let place = texts.place(of: file.path), isSame(file, place.raw, in: reader.root) else {
        return nil
      }
      return texts.file(file, at: place, with: reader.reading, on: reader.shelf) { reader.article(of: file) }
    case .read(let files):
      guard let known = files[file.path], isSame(file, known.raw, in: reader.root) else { return nil }
      let reading = reader.reading
      let isDated = reading.isHistoryKnown || known.entry.history == reading.history[file.shownPath]
      return isDated ? known : nil
    }
  }

  func holds(_ path: String) -> Bool {
    switch texts {
    case .kept(let texts): texts.place(of: path) != nil
    case .read(let files): files[path] != nil
    }
  }

  /// What the commits said of a file.
  func history(of path: String) -> FileHistory? {
    switch texts {
    case .kept(let texts): texts.history(of: path)
    case .read(let files): files[path]?.entry.history
    }
  }

  private func isSame(_ file: ContentFile, _ raw: UInt64, in root: Path) -> Bool {
    switch belief {
    case .these(let files): if files.contains(Digest(of: file.path).value) { return true }
    case .allBut(let changed): if !changed.touch(prefix + file.path) { return true }
    case .none: break
    }
    return Digest.file(root.appending(file.path)) == raw
  }
}
