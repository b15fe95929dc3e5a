import Templates

/// The members that a kind of object answers to, found by the digest of their name without comparing letters.
struct MemberTable<Member: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  private var ids: [UInt64]
  private var members: [Member?]
  /// Where each member stands among all.
  private var places: [Int]
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
    places = [Int](repeating: 0, count: size)
    mask = size - 1
    names = all.map(\.rawValue)
    for (number, member) in all.enumerated() {
      let id = Name(member.rawValue).id
      var place = Int(truncatingIfNeeded: id) & mask
      while members[place] != nil { place = (place + 1) & mask }
      ids[place] = id
      members[place] = member
      places[place] = number
    }
  }

  /// The member of a name; nil when there is none.
  subscript(name: Name) -> Member? { find(name)?.member }

  /// The member of a name and where it stands among all; nil when there is none.
  func find(_ name: Name) -> (member: Member, place: Int)? {
    var place = Int(truncatingIfNeeded: name.id) & mask
    while let member = members[place] {
      if ids[place] == name.id { return (member, places[place]) }
      place = (place + 1) & mask
    }
    return nil
  }
}
