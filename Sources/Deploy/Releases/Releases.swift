import Diagnostics
import Disk

/// A folder that holds releases side by side, and a link to the one that is served.
///
///     /srv/blog/current        → releases/20261121T101500Z
///     /srv/blog/releases/…     one whole site each; equal files are one file with several names
///     /srv/blog/.deploy/…      the record of each release, and the lock
///
/// A release is built where nobody looks, and the link is replaced in one step.
public struct Releases: Sendable {
  public let root: Path
  /// How many releases stay.
  public let keep: Int
  /// Makes the compressed forms that lie beside texts; nil for none.
  let compressor: Compressor?

  public init(at root: Path, keep: Int, compressor: Compressor? = nil) {
    self.root = root
    self.keep = keep
    self.compressor = compressor
  }

  /// What is served now.
  public func state() throws(DeployFailure) -> TargetState {
    guard let current else { return TargetState(manifest: nil, objects: try foreignObjects()) }
    return TargetState(manifest: try manifest(of: current))
  }

  /// The release that is served; nil before the first.
  public var current: String? {
    guard let target = File.linkTarget(of: currentLink), target.hasPrefix(Self.folder + "/") else {
      return nil
    }
    return String(target.dropFirst(Self.folder.count + 1))
  }

  /// All releases, the oldest first.
  public func all() throws(DeployFailure) -> [String] {
    guard File.exists(releases) else { return [] }
    return try DeployFailure.onDisk { () throws(DiskFailure) in try File.names(in: releases) }
      .filter { $0.first != UInt8(ascii: ".") }.map { String(decoding: $0, as: UTF8.self) }
  }

  static let folder = "releases"
  var releases: Path { root.appending(Self.folder) }
  var records: Path { root.appending(".deploy") }
  var currentLink: Path { root.appending("current") }

  /// The record of a release.
  func manifest(of release: String) throws(DeployFailure) -> Manifest {
    let path = records.appending("\(release).json")
    let bytes = try DeployFailure.onDisk { () throws(DiskFailure) in try File.read(path) }
    guard let manifest = Manifest(json: bytes) else { throw .damagedRecord(path.text) }
    return manifest
  }

  /// What lies in a folder that no release was ever put into.
  private func foreignObjects() throws(DeployFailure) -> [String: TargetState.Object] {
    let own: Set<String> = [Self.folder, ".deploy"]
    guard File.exists(root) else { return [:] }
    let names = try DeployFailure.onDisk { () throws(DiskFailure) in try File.names(in: root) }
      .map { String(decoding: $0, as: UTF8.self) }
    return Dictionary(
      uniqueKeysWithValues: names.filter { !own.contains($0) }
        .map { ($0, TargetState.Object(size: 0, md5: nil)) })
  }
}
