import Diagnostics
import Disk
import TextRepair

/// Where each file of a tree goes when the tree is mended: damaged names are mended too.
struct TreePlan {
  /// One file's way.
  struct Move: Sendable {
    let source: Path
    let target: Path
    let isRenamed: Bool
  }

  private(set) var moves: [Move] = []
  /// The files that would come to lie upon another one: they are left where they are.
  private(set) var collisions: [Mistake] = []

  /// Plans the way of all files; of two that want one name, the file that has it already keeps it.
  init(of files: [Path], from input: Path, to output: Path) {
    let wishes = files.map { (name: $0, wanted: Self.mended($0)) }
    var owners: [Path: Path] = [:]
    for wish in wishes where wish.name == wish.wanted { owners[wish.wanted] = wish.name }
    for wish in wishes where owners[wish.wanted] == nil { owners[wish.wanted] = wish.name }
    for wish in wishes {
      if let owner = owners[wish.wanted], owner != wish.name {
        let finding = TreeFinding.nameTaken(wish.wanted.text, by: input.appending(owner.bytes).text)
        collisions.append(Mistake(finding, path: input.appending(wish.name.bytes).text, place: nil))
      } else {
        moves.append(
          Move(
            source: input.appending(wish.name.bytes),
            target: output.appending(wish.wanted.bytes),
            isRenamed: wish.name != wish.wanted))
      }
    }
  }

  /// Mends each part of a path by itself, so that the tree keeps its shape.
  private static func mended(_ path: Path) -> Path {
    let separator = UInt8(ascii: "/")
    let parts = path.bytes.split(separator: separator).map { TextRepair.repairName(Array($0)).bytes }
    return Path(bytes: Array(parts.joined(separator: [separator])))
  }
}
