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
    var text = String(text)
    guard let found = text.withUTF8({ Reference($0) }) else { return nil }
    self = found
  }

  public var description: String {
    part.map { "\(entity)/\($0.list)/\($0.id)" } ?? entity.description
  }
}

extension Reference {
  private init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let kind = Kind(bytes[..<colon]) else {
      return nil
    }
    let names = bytes[(colon + 1)...]
    guard let slash = names.firstIndex(of: UInt8(ascii: "/")) else {
      guard EntityID.isID(names) else { return nil }
      self.init(EntityID(kind, String(decoding: names, as: UTF8.self)))
      return
    }
    let pieces = names[(slash + 1)...].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let id = names[..<slash]
    guard pieces.count == 2, EntityID.isID(id), pieces.allSatisfy({ EntityID.isID($0) }) else { return nil }
    self.init(
      EntityID(kind, String(decoding: id, as: UTF8.self)),
      part: Part(
        list: String(decoding: pieces[0], as: UTF8.self), id: String(decoding: pieces[1], as: UTF8.self)))
  }
}
