/// What one thing says of another: `host:neo`, or a part of it such as `host:neo/gpu/igpu`.
public struct Reference: Hashable, Sendable, CustomStringConvertible {
  public let entity: EntityID
  public let part: Part?

  /// One item of a list of a thing's parts.
  public struct Part: Hashable, Sendable {
    public let list: String
    public let id: String
  }

  public init(_ entity: EntityID, part: Part? = nil) {
    self.entity = entity
    self.part = part
  }

  /// Reads `kind:id` or `kind:id/list/id`; nil for anything else.
  public init?(text: some StringProtocol) {
    let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
    guard pieces.count == 1 || pieces.count == 3,
      let colon = pieces[0].firstIndex(of: ":"),
      let kind = Kind(rawValue: String(pieces[0][..<colon])),
      EntityID.isID(pieces[0][pieces[0].index(after: colon)...])
    else { return nil }
    entity = EntityID(kind, String(pieces[0][pieces[0].index(after: colon)...]))
    if pieces.count == 3 {
      guard EntityID.isID(pieces[1]), EntityID.isID(pieces[2]) else { return nil }
      part = Part(list: String(pieces[1]), id: String(pieces[2]))
    } else {
      part = nil
    }
  }

  public var description: String {
    part.map { "\(entity)/\($0.list)/\($0.id)" } ?? entity.description
  }
}
