#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Path {
  /// What a path leads to.
  public enum Kind: Sendable, Equatable {
    case nothing, file, folder
    /// A device, a pipe, a socket.
    case other
  }

  /// What the path leads to when links are followed.
  public var kind: Kind {
    guard let status = System.status(of: self) else { return .nothing }
    if System.isKind(S_IFDIR, status) { return .folder }
    return System.isKind(S_IFREG, status) ? .file : .other
  }

  /// Tells whether what is there may be changed.
  public var isWritable: Bool { System.with(self) { access($0, W_OK) } == 0 }

  /// Tells whether this is the root of the machine.
  public var isRoot: Bool { System.realPath(of: self)?.bytes == [Self.separator] }

  /// The path from the root of the machine with all links followed; what does not exist yet stays as it is written.
  public var real: Path {
    if let real = System.realPath(of: self) { return real }
    guard parent != self else { return self }
    return parent.real.appending(name)
  }

  /// The path from a folder, when this lies in it and no links are left in either.
  public func relative(to folder: Path) -> Path? {
    guard isAtOrBelow(folder), bytes.count > folder.bytes.count else { return nil }
    let rest = bytes.dropFirst(folder.bytes.count)
    return Path(bytes: Array(rest.first == Self.separator ? rest.dropFirst() : rest))
  }
}
