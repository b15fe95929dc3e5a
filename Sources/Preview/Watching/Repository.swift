import Disk

/// The git repository that a site lies in: where it can be seen that another commit is checked out.
struct Repository: Sendable {
  /// What belongs to this working tree alone: which branch it is on, and when it moved.
  private let own: Path
  /// What all working trees share: the branches.
  private let shared: Path

  /// Looks for it from a folder upwards; nil where there is none.
  init?(holding place: Path) {
    var folder = place.real
    while !File.exists(folder.appending(".git")) {
      if folder.isRoot || folder.parent == folder { return nil }
      folder = folder.parent
    }
    let git = folder.appending(".git")
    // In a second working tree and in a submodule it is a file that says where to look.
    own =
      git.kind == .folder ? git : Self.place(in: Self.line(of: git), after: "gitdir: ", from: folder) ?? git
    shared = Self.place(in: Self.line(of: own.appending("commondir")), after: "", from: own) ?? own
  }

  /// The files of which one changes with each commit, merge and checkout.
  var files: [Path] {
    let head = own.appending("HEAD")
    let branch = Self.line(of: head).flatMap { Self.rest(of: $0, after: "ref: ") }
    return [head, own.appending("logs/HEAD"), shared.appending("packed-refs")]
      + (branch.map { [shared.appending($0)] } ?? [])
  }
}

extension Repository {
  /// The path that a line holds, which may count from a folder.
  private static func place(in line: String?, after label: String, from folder: Path) -> Path? {
    guard let text = line.flatMap({ rest(of: $0, after: label) }), !text.isEmpty else { return nil }
    return text.hasPrefix("/") ? Path(text) : folder.appending(text).real
  }

  private static func rest(of line: String, after label: String) -> String? {
    line.hasPrefix(label) ? String(line.dropFirst(label.count)) : nil
  }

  /// The first line of a file; nil where there is none.
  private static func line(of file: Path) -> String? {
    do throws(DiskFailure) {
      let bytes = try File.readStart(of: file, limit: limit)
      return bytes.split(separator: UInt8(ascii: "\n")).first.map { String(decoding: $0, as: UTF8.self) }
    } catch {
      return nil
    }
  }

  /// These files hold one line: a path or the name of a branch.
  private static let limit = 8 << 10
}
