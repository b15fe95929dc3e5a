import Diagnostics
import Disk
import Workers

/// The site as it lies in the output folder, read and digested.
public struct BuiltSite: Sendable {
  public let root: Path
  /// In the order of their keys.
  public var files: [SiteFile]

  /// Reads the output folder; what may not be published is refused.
  public init(at root: Path, workers: Workers) throws(Report) {
    let tree: Tree
    do throws(DiskFailure) {
      tree = try Tree(walking: root, taking: .whole)
    } catch {
      throw Report([Mistake(DeployFinding.noSite, path: root.text, place: nil)])
    }
    guard tree.failures.isEmpty else {
      throw Report(
        tree.failures.map { Mistake($0.reason, path: root.appending($0.path.bytes).text, place: nil) })
    }
    let read: [Result<SiteFile, DiskFailure>]
    do {
      read = try workers.map(tree.files) { entry in
        Result { () throws(DiskFailure) in
          SiteFile(
            key: entry.path.text,
            bytes: try File.read(root.appending(entry.path.bytes), limit: Self.sizeLimit))
        }
      }
    } catch {
      throw Report([Mistake(DeployFinding.noThreads, path: root.text, place: nil)])
    }
    var files: [SiteFile] = []
    var report = Report()
    for result in read {
      switch result {
      case .success(let file): files.append(file)
      case .failure(let failure): report.add(failure.mistake)
      }
    }
    report.add(contentsOf: Self.flaws(of: files, at: root))
    guard report.isEmpty else { throw report }
    self.root = root
    self.files = files
  }

  /// The bytes of a file; an error when it is not what it was when the plan was made.
  public func bytes(of file: SiteFile) throws(DeployFailure) -> [UInt8] {
    let bytes: [UInt8]
    do throws(DiskFailure) {
      bytes = try File.read(root.appending(file.key), limit: Self.sizeLimit)
    } catch {
      throw .disk(error)
    }
    guard SiteFile.Fingerprint(of: bytes) == file.fingerprint else { throw .changedMeanwhile(file.key) }
    return bytes
  }

  /// Larger files belong elsewhere: 5 GB is what a store takes in one piece.
  private static let sizeLimit = 5 << 30
}

extension BuiltSite {
  /// What keeps the files from being a site.
  private static func flaws(of files: [SiteFile], at root: Path) -> [Mistake] {
    func mistake(_ finding: DeployFinding) -> Mistake { Mistake(finding, path: root.text, place: nil) }
    guard !files.isEmpty else { return [mistake(.emptySite)] }
    var flaws: [Mistake] = []
    if !files.contains(where: { $0.key == "index.html" }) { flaws.append(mistake(.noIndex)) }
    var spellings: [String: String] = [:]
    for file in files {
      if let other = spellings.updateValue(file.key, forKey: file.key.lowercased()) {
        flaws.append(mistake(.sameButForCase(other, file.key)))
      }
    }
    return flaws
  }
}
