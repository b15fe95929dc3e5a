import Diagnostics
import Disk
import Nodes

/// Kubeconfig files read together: of two things with one name the first counts, as kubectl has it.
struct Kubeconfig: Sendable {
  /// A file with the folder that its relative paths start from; the source shows no secret.
  struct Part: Sendable {
    let source: Source
    let folder: Path
    let file: KubeconfigFile
  }

  /// A named thing with the part it stands in.
  struct Found<Value> {
    let value: Value
    let range: Range<Int>
    let part: Part

    func mistake(_ finding: KubeconfigFinding) -> Report { Report([part.source.mistake(finding, at: range)]) }
  }

  let parts: [Part]

  /// More than any kubeconfig has.
  private static let sizeLimit = 8 << 20

  /// Reads files; those that are not there are left out where that is allowed.
  init(reading paths: [Path], skippingAbsent: Bool = false) throws(Report) {
    var parts: [Part] = []
    for path in paths {
      let bytes: [UInt8]
      do throws(DiskFailure) {
        bytes = try File.read(path, limit: Self.sizeLimit)
      } catch {
        guard skippingAbsent, error.reason == .absent else { throw Report([error.mistake]) }
        continue
      }
      parts.append(try Self.read(bytes, from: path))
    }
    self.parts = parts
  }

  func cluster(_ name: String) -> Found<KubeconfigFile.Cluster>? { first(name) { $0.clusters } }

  func user(_ name: String) -> Found<KubeconfigFile.User>? { first(name) { $0.users } }

  func context(_ name: String) -> Found<KubeconfigFile.Context>? { first(name) { $0.contexts } }

  var currentContext: String? { parts.lazy.compactMap { $0.file.currentContext }.first }

  /// All names of one kind.
  func names<Value>(_ entries: (KubeconfigFile) -> [KubeconfigFile.Entry<Value>]) -> [String] {
    parts.flatMap { entries($0.file).map(\.name) }
  }
}

extension Kubeconfig {
  private func first<Value>(
    _ name: String, in entries: (KubeconfigFile) -> [KubeconfigFile.Entry<Value>]
  ) -> Found<Value>? {
    for part in parts {
      guard let entry = entries(part.file).first(where: { $0.name == name }) else { continue }
      return Found(value: entry.value, range: entry.range, part: part)
    }
    return nil
  }

  /// Reads a file; where that fails it is read again with its secrets covered, to show the mistake without them.
  private static func read(_ bytes: [UInt8], from path: Path) throws(Report) -> Part {
    let covered = Source(path: path.text, bytes: Veil.cover(bytes))
    do throws(Report) {
      let file = try decode(Source(path: path.text, bytes: bytes))
      return Part(source: covered, folder: path.parent, file: file)
    } catch {
      _ = try decode(covered)
      throw Report([covered.mistake(KubeconfigFinding.unreadable)])
    }
  }

  private static func decode(_ source: Source) throws(Report) -> KubeconfigFile {
    try KubeconfigFile.decode(YAML.read(source), from: source).value
  }
}
