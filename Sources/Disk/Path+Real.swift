extension Path {
  /// Tells whether what is written here lands in a folder, or is that folder, when all links are followed.
  ///
  /// The path need not exist yet: then the nearest folder above it that does tells.
  public func lies(in folder: Path) -> Bool {
    guard let home = System.realPath(of: folder) else { return false }
    var place = self
    while System.realPath(of: place) == nil, place.parent != place { place = place.parent }
    return System.realPath(of: place)?.isAtOrBelow(home) ?? false
  }

  /// Compares two paths in which no links are left.
  func isAtOrBelow(_ folder: Path) -> Bool {
    guard bytes.starts(with: folder.bytes) else { return false }
    return bytes.count == folder.bytes.count || folder.bytes.last == Self.separator
      || bytes[folder.bytes.count] == Self.separator
  }
}
