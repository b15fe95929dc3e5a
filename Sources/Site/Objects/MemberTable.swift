import Templates

/// The members that a kind of object answers to, found by the digest of their name without comparing letters.
struct MemberTable<Member: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  /// The number of a member, counted from 1, where the digest of its name says to look; zero where there is none. Bytes
  /// alone, because every step of a template looks here: the table shares the processor's nearest memory with all else.
  private var places: [UInt8]
  private let ids: [UInt64]
  private let members: [Member]
  /// The names, for messages.
  let names: [String]

  init() {
    let all = Array(Member.allCases)
    // A table at most a quarter full seldom has to look twice.
    var size = 8
    while size < all.count * 4 { size *= 2 }
    places = [UInt8](repeating: 0, count: size)
    members = all
    names = all.map(\.rawValue)
    ids = names.map { Name($0).id }
    for (number, id) in ids.enumerated() {
      var place = Int(truncatingIfNeeded: id) & (size - 1)
      while places[place] != 0 { place = (place + 1) & (size - 1) }
      places[place] = UInt8(number + 1)
    }
  }

  /// The member of a name; nil when there is none.
  @inline(__always)
  subscript(name: Name) -> Member? { find(name)?.member }

  /// The member of a name and where it stands among all; nil when there is none.
  @inline(__always)
  func find(_ name: Name) -> (member: Member, place: Int)? {
    var place = Int(truncatingIfNeeded: name.id) & (places.count - 1)
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if ids[number] == name.id { return (members[number], number) }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }
}
