import Language

extension Response {
  /// When the thing was last changed, by the server's own clock, when it told.
  public var lastModified: Instant? { self[header: "Last-Modified"].flatMap(HTTPDate.read) }
}
