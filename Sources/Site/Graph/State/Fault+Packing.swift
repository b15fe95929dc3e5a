import Bytes
import Diagnostics

// Faults of outputs that are not rendered again. Those of links stay facts, because what was most likely meant is looked
// for in view of the whole site; all others are kept in the words in which they were told.

extension Fault {
  func pack(into packer: inout Packer) {
    if let finding = finding as? HoleFinding {
      finding.pack(into: &packer)
    } else {
      packer.add(0)
      StoredFinding(finding).pack(into: &packer)
    }
    packer.add(path)
    packer.add(range?.lowerBound ?? -1)
    packer.add(range?.count ?? 0)
  }

  init(from unpacker: inout Unpacker) {
    let kind = unpacker.int()
    let finding: any Finding =
      kind == 0
      ? StoredFinding(from: &unpacker) : HoleFinding(kind: kind, from: &unpacker) ?? HoleFinding.more(0)
    let path = unpacker.text()
    let start = unpacker.int()
    let count = max(0, unpacker.int())
    self.init(finding, path: path, range: start < 0 ? nil : start..<start + count)
  }
}

extension HoleFinding {
  fileprivate func pack(into packer: inout Packer) {
    switch self {
    case .brokenLink(let written, let meant):
      // Nearly all are these: no list is made for them.
      packer.add(1)
      packer.add(.some(written))
      packer.add(meant)
    case .withheldLink(let written, let reason):
      Self.pack(reason == .draft ? 2 : reason == .future ? 3 : 4, [written], &packer)
    case .missingAnchor(let anchor, let page, let meant): Self.pack(5, [anchor, page, meant], &packer)
    case .brokenReference(let written, let meant): Self.pack(6, [written, meant], &packer)
    case .missingPicture(let written, let place, let meant): Self.pack(7, [written, place, meant], &packer)
    case .unreadPicture(let file): Self.pack(8, [file], &packer)
    case .more(let count): Self.pack(9, [String(count)], &packer)
    }
  }

  private static func pack(_ kind: Int, _ texts: [String?], _ packer: inout Packer) {
    packer.add(kind)
    for text in texts { packer.add(text) }
  }

  fileprivate init?(kind: Int, from unpacker: inout Unpacker) {
    func next() -> String? { unpacker.optionalText() }
    switch kind {
    case 1: self = .brokenLink(next() ?? "", meant: next())
    case 2: self = .withheldLink(next() ?? "", because: .draft)
    case 3: self = .withheldLink(next() ?? "", because: .future)
    case 4: self = .withheldLink(next() ?? "", because: .expired)
    case 5: self = .missingAnchor(next() ?? "", in: next(), meant: next())
    case 6: self = .brokenReference(next() ?? "", meant: next())
    case 7: self = .missingPicture(next() ?? "", place: next() ?? "", meant: next())
    case 8: self = .unreadPicture(next() ?? "")
    case 9: self = .more(Int(next() ?? "") ?? 0)
    default: return nil
    }
  }
}
