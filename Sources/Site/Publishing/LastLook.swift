import Diagnostics
import Disk
import Inventory

/// The last look at what is about to be published: no output may show a secret that the build knows.
///
/// It is taken by whoever has rendered or copied an output, while its bytes are still at hand; without a secret to
/// look for it costs nothing.
struct LastLook: Sendable {
  let known: KnownSecrets
  /// Whether some of the secrets are none of the process's variables.
  let dependsOnSources: Bool

  /// The secrets that an output shows, each once.
  func exposures(
    in bytes: [UInt8], of output: @autoclosure () -> String, from source: @autoclosure () -> String?
  ) -> [Exposure] {
    let finds = known.finds(in: bytes.span)
    guard !finds.isEmpty else { return [] }
    let (output, source) = (output(), source())
    // A mistake shows the line that it is in.
    let shown = Source(path: output, bytes: LeakScanner.covered(bytes, finds.map { Leak(.secret, $0.range) }))
    var seen: Set<SecretName> = []
    return finds.filter { seen.insert($0.name).inserted }.map { find in
      let finding = PublishFinding.secret(find.name, source: source)
      return Exposure(name: find.name, mistake: shown.mistake(finding, at: find.range))
    }
  }

  /// The secrets that a file shows that is published as it is.
  func exposures(inCopied file: Path, of output: String, from source: String) throws(Mistake) -> [Exposure] {
    guard !known.isEmpty else { return [] }
    do throws(DiskFailure) {
      return exposures(in: try File.read(file, limit: Self.largestCopy), of: output, from: source)
    } catch {
      throw Mistake(error.reason, path: source, place: nil)
    }
  }

  /// Larger than what people put on a site; it is held in memory while it is looked through.
  private static let largestCopy = 4 << 30
}

/// A secret in an output.
struct Exposure: Sendable {
  let name: SecretName
  let mistake: Mistake

  /// So many places are shown of one secret: a word that is on every page must not hide all else.
  private static let mostPlaces = 5

  /// What is told of them all: the first places of each secret by path, and in how many more files it stands.
  static func mistakes(of exposures: [Exposure]) -> [Mistake] {
    Dictionary(grouping: exposures, by: \.name).sorted { $0.key < $1.key }.flatMap { name, exposures in
      let sorted = exposures.map(\.mistake).sorted { $0.path < $1.path }
      guard let next = sorted.dropFirst(mostPlaces).first else { return sorted }
      let more = PublishFinding.secretElsewhere(name, files: sorted.count - mostPlaces)
      return sorted.prefix(mostPlaces) + [Mistake(more, path: next.path, place: nil)]
    }
  }
}
