import Nodes

/// What is different between what a source told and what it tells now.
public struct FactChanges: Sendable, Equatable {
  /// One fact that is different.
  public struct Change: Sendable, Equatable {
    /// `nodes/cp-1 kubelet_version`; without the field for a thing that came or went.
    public let path: String
    public let before: String?
    public let now: String?
  }

  public let changes: [Change]

  init(from before: Observed, to now: Observed) {
    var changes: [Change] = []
    Self.compare(before.node, now.node, at: [], &changes)
    self.changes = changes
  }

  public var isEmpty: Bool { changes.isEmpty }

  private static func compare(_ before: Node, _ now: Node, at path: [String], _ changes: inout [Change]) {
    guard !before.means(now) else { return }
    guard let old = before.entries, let new = now.entries else {
      changes.append(Change(path: name(path), before: text(before), now: text(now)))
      return
    }
    for key in Set(old.map(\.key) + new.map(\.key)).sorted() {
      switch (before[key], now[key]) {
      case (let one?, let other?): compare(one, other, at: path + [key], &changes)
      // A whole group, or a thing in it, came or went.
      case (nil, let other?): appear(other, at: path + [key], isNew: true, &changes)
      case (let one?, nil): appear(one, at: path + [key], isNew: false, &changes)
      case (nil, nil): break
      }
    }
  }

  private static func appear(_ node: Node, at path: [String], isNew: Bool, _ changes: inout [Change]) {
    if path.count == 1, path[0] != "cluster", let entries = node.entries {
      for entry in entries { appear(entry.value, at: path + [entry.key], isNew: isNew, &changes) }
      return
    }
    let text = path.count > 2 || path[0] == "cluster" ? text(node) : ""
    changes.append(Change(path: name(path), before: isNew ? nil : text, now: isNew ? text : nil))
  }

  /// `nodes/cp-1 kubelet_version`.
  private static func name(_ path: [String]) -> String {
    let thing = path.prefix(path.first == "cluster" ? 1 : 2).joined(separator: "/")
    let field = path.dropFirst(path.first == "cluster" ? 1 : 2).joined(separator: ".")
    return field.isEmpty ? thing : "\(thing) \(field)"
  }

  private static func text(_ node: Node) -> String {
    node.text ?? String(decoding: node.json(isIndented: false).dropLast(), as: UTF8.self)
  }
}
