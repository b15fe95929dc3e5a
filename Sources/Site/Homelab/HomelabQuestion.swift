import Templates

/// What an output looked at of an answer of the homelab: a member by its path, or the members of one.
///
/// Questions are kept as they were asked, so that it is known of another snapshot which of them it answers otherwise.
struct HomelabQuestion: Hashable, Sendable {
  let subject: HomelabSubject
  let path: [String]
  let extent: Extent

  enum Extent: Int, Sendable {
    /// A text, a number, a list as a whole; of a dict only whether it holds anything.
    case member
    /// The names of a dict's members, and those of them that are no dicts themselves.
    case members
    /// All that there is in it.
    case whole
  }

  /// The key under which outputs note that they looked.
  var key: UInt64 {
    Self.key(of: path.reduce(subject.key) { Self.key(of: $1, in: $0) }, extent)
  }

  /// The key of a member's path, by that of what it is a member of.
  static func key(of name: String, in path: UInt64) -> UInt64 {
    var mixer = Mixer(path)
    mixer.add(name)
    return mixer.value
  }

  static func key(of path: UInt64, _ extent: Extent) -> UInt64 {
    var mixer = Mixer(path)
    mixer.add(extent.rawValue)
    return mixer.value
  }

  /// What the question comes to: the digest of what is found in an answer.
  func digest(in answer: Value) -> UInt64 {
    var value = answer
    for name in path {
      guard case .map(let map) = value, let member = map[Name(name)] else { return Self.nothing }
      value = member
    }
    return Self.digest(of: value, extent)
  }

  /// The digest of a value as far as is looked at.
  static func digest(of value: Value?, _ extent: Extent) -> UInt64 {
    guard let value else { return nothing }
    guard case .map(let map) = value, extent != .whole else { return value.plainDigest }
    guard extent == .members else { return map.isEmpty ? 19 : 23 }
    var mixer = Mixer()
    for name in map.names {
      mixer.add(name)
      mixer.add(digest(of: map[Name(name)], .member))
    }
    return mixer.value
  }

  /// Of what is not there.
  static let nothing: UInt64 = 17
}
