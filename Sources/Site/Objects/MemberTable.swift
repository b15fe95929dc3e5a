import Templates

/// The members that a kind of object answers to, found by the digest of their name without comparing letters.
struct MemberTable<Member: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  private var ids: [UInt64]
  private var members: [Member?]
  private let mask: Int
  /// The names, for messages.
  let names: [String]

  init() {
    let all = Array(Member.allCases)
    // A table at most a quarter full seldom has to look twice.
    var size = 8
    while size < all.count * 4 { size *= 2 }
    ids = [UInt64](repeating: 0, count: size)
    members = [Member?](repeating: nil, count: size)
    mask = size - 1
    names = all.map(\.rawValue)
    for member in all {
      let id = Name(member.rawValue).id
      var place = Int(truncatingIfNeeded: id) & mask
      while members[place] != nil { place = (place + 1) & mask }
      ids[place] = id
      members[place] = member
    }
  }

  /// The member of a name; nil when there is none.
  subscript(name: Name) -> Member? {
    var place = Int(truncatingIfNeeded: name.id) & mask
    while let member = members[place] {
      if ids[place] == name.id { return member }
      place = (place + 1) & mask
    }
    return nil
  }
}
