import Bytes
import Disk

/// The steps that turn the old output into the new one, written down before the first is taken.
///
/// Every step may be taken again: who finds a journal carries it out from the beginning, however far it went before.
struct OutputJournal: Sendable, Equatable {
  enum Step: Sendable, Equatable {
    /// The tree that was built beside becomes the output folder.
    case adoptTree
    case makeFolder(String)
    /// A staged file, by its number, takes its place.
    case place(Int, at: String)
    case remove(String)
    /// A folder goes when nothing is left in it.
    case removeIfEmpty(String)
  }

  /// The record of the site that wrote it.
  let owner: String
  let steps: [Step]

  /// The names of what lies in the staging folder.
  enum Name {
    static let journal = "journal"
    static let partial = "journal.partial"
    static let record = "record"
    static let lock = "lock"
    static let tree = "tree"
    static let files = "files"
  }

  /// Takes the steps.
  func run(from staging: Folder, into output: Path) throws(DiskFailure) {
    if steps == [.adoptTree] {
      let tree = staging.path.appending(Name.tree)
      if File.exists(tree) { try File.move(tree, to: output) }
      return
    }
    let folder = try Folder(opening: output)
    for step in steps {
      switch step {
      case .adoptTree: break
      case .makeFolder(let path): try folder.makeFolder(path)
      case .place(let number, let path):
        let name = "\(Name.files)/\(number)"
        do {
          try staging.move(name, to: path, in: folder)
        } catch {
          // Done before, if it is gone here and stands there.
          guard staging.finding(at: name) == .nothing, case .file = folder.finding(at: path) else {
            throw error
          }
        }
      case .remove(let path): try folder.remove(path)
      case .removeIfEmpty(let path): folder.removeIfEmpty(path)
      }
    }
  }
}

// MARK: As text

extension OutputJournal {
  var text: [UInt8] {
    var out: [UInt8] = []
    out.append(text: "\(owner)\n")
    for step in steps {
      switch step {
      case .adoptTree: out.append("adopt\n")
      case .makeFolder(let path): out.append(text: "folder \(path)\n")
      case .place(let number, let path): out.append(text: "place \(number) \(path)\n")
      case .remove(let path): out.append(text: "remove \(path)\n")
      case .removeIfEmpty(let path): out.append(text: "empty \(path)\n")
      }
    }
    return out
  }

  /// Reads a journal. It got its name only when it was whole and safe, so nothing in it can be damaged.
  init(text: [UInt8]) {
    let lines = text.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    owner = lines.first ?? ""
    steps = lines.dropFirst().compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let rest = parts.count > 1 ? parts[1] : ""
      switch parts[0] {
      case "adopt": return .adoptTree
      case "folder": return .makeFolder(rest)
      case "remove": return .remove(rest)
      case "empty": return .removeIfEmpty(rest)
      default:
        let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let number = Int(parts[0]) else { return nil }
        return .place(number, at: parts[1])
      }
    }
  }
}
