import Templates

/// The members that a kind of object answers to, found by the digest of their name without comparing letters.
struct MemberTable<Member: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  private struct Entry {
    let id: UInt64
    let member: Member
    /// Where the member stands among all.
    let place: Int
  }

  private var entries: [Entry?]
  private let mask: Int
  /// The names, for messages.
  let names: [String]

  init() {
    let all = Array(Member.allCases)
    // A table at most a quarter full seldom has to look twice.
    var size = 8
    while size < all.count * 4 { size *= 2 }
    entries = [Entry?](repeating: nil, count: size)
    mask = size - 1
    names = all.map(\.rawValue)
    for (number, member) in all.enumerated() {
      let id = Name(member.rawValue).id
      var place = Int(truncatingIfNeeded: id) & mask
      while entries[place] != nil { place = (place + 1) & mask }
      entries[place] = Entry(id: id, member: member, place: number)
    }
  }

  /// The member of a name; nil when there is none.
  @inline(__always)
  subscript(name: Name) -> Member? { find(name)?.member }

  /// The member of a name and where it stands among all; nil when there is none.
  @inline(__always)
  func find(_ name: Name) -> (member: Member, place: Int)? {
    var place = Int(truncatingIfNeeded: name.id) & mask
    while let entry = entries[place] {
      if entry.id == name.id { return (entry.member, entry.place) }
      place = (place + 1) & mask
    }
    return nil
  }
}
