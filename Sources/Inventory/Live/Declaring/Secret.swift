import Diagnostics
import Disk
import Nodes

/// Where a secret is kept: never in `site.yaml` itself.
public enum Secret: Readable, Equatable {
  case variable(String)
  case file(String)

  public static func read(_ node: Node, in reading: inout Reading) -> Secret {
    guard node.entries != nil else {
      // The line is shown with the value covered: it may be a real secret.
      let shown = reading.source.covering(node.range)
      reading.add(shown.mistake(SourceFinding.literalSecret(path: reading.path()), at: node.range))
      return standIn
    }
    let place = Keeping.read(node, in: &reading)
    switch (place.env, place.file) {
    case (let name?, nil): return .variable(name)
    case (nil, let path?): return .file(path)
    default:
      reading.add(SourceFinding.secretPlaces(path: reading.path()), at: node.range)
      return standIn
    }
  }

  public static func describe(in schema: inout Schema) -> Node { Keeping.describe(in: &schema) }
  public static var standIn: Secret { .variable("") }

  private struct Keeping: Fielded {
    let env: String?
    let file: String?

    init(reading fields: inout Fields) {
      env = fields.optional("env", "The variable that holds it.")
      file = fields.optional("file", "The file that holds it.")
    }
  }
}

extension Secret {
  /// Larger than any token.
  private static let sizeLimit = 1 << 16

  /// Fetches the value; blanks around it do not belong to it.
  func value(in context: PullContext) throws(SourceFinding) -> String {
    let value: String
    switch self {
    case .variable(let name):
      guard let found = context.environment[name] else { throw .noVariable(name) }
      value = found.trimmed
    case .file(let path):
      do throws(DiskFailure) {
        let bytes = try File.read(context.path(path), limit: Self.sizeLimit)
        value = String(decoding: bytes, as: UTF8.self).trimmed
      } catch {
        throw .noSecretFile(path)
      }
    }
    guard !value.isEmpty else { throw .emptySecret(self) }
    return value
  }
}

extension SourceSettings {
  /// The secrets that the source is asked with, as far as they are at hand.
  func credentials(in context: PullContext) -> [String] {
    [token, password].compactMap { secret in
      do throws(SourceFinding) {
        return try secret?.value(in: context)
      } catch {
        // Told where the source is asked.
        return nil
      }
    }
  }
}

extension InventorySettings {
  /// What the sources are asked with, as far as it is at hand without asking anybody; nothing is run for it.
  public func credentials(in context: PullContext) -> [(source: String, value: String)] {
    sources.flatMap { source in
      let found = KubernetesSource.credentials(of: source, in: context) + source.credentials(in: context)
      return found.map { (source.id.value, $0) }
    }
  }
}

extension Source {
  /// The text with asterisks in the place of a range.
  fileprivate func covering(_ range: Range<Int>) -> Source {
    var covered = bytes
    for index in range.clamped(to: 0..<bytes.count) where covered[index] > 0x20 {
      covered[index] = UInt8(ascii: "*")
    }
    return Source(path: path, bytes: covered)
  }
}
