import Diagnostics
import Disk

/// One tar file of the whole site, as the actions of Pages services take it.
public struct Artifact: Sendable {
  public let file: Path

  public init(_ file: Path) { self.file = file }

  /// Nothing is known of what the service holds.
  public var state: TargetState { TargetState(manifest: nil) }

  /// Writes the file.
  public func publish(_ site: BuiltSite) throws(DeployFailure) {
    var archive = TarArchive()
    for file in site.files { archive.append(try site.bytes(of: file), named: file.key) }
    let bytes = archive.finished()
    try DeployFailure.onDisk { () throws(DiskFailure) in
      try File.makeFolders(file.parent)
      try File.write(bytes, to: file)
    }
  }
}
