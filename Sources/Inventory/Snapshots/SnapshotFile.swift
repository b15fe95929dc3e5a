import Bytes
import Diagnostics
import Language
import Nodes

/// A snapshot as it is kept in a file: sorted keys, one time for the whole, a checksum over the facts.
///
///     {
///       "checksum": "sha256:…",
///       "facts": {…},
///       "fetched_at": "2026-11-20T03:05:06Z",
///       "schema": 1,
///       "source": "k8s-gordito"
///     }
///
/// A source that no longer answers has `stale_since` and `last_error`, too.
enum SnapshotFile {
  /// The form that is written; a file with a higher number comes from a newer program.
  static let schema = 1

  static func encode(_ snapshot: Snapshot) -> [UInt8] {
    let facts = snapshot.facts.node
    let entries: [(String, Node?)] = [
      ("checksum", Node(checksum(of: facts))), ("facts", facts),
      ("fetched_at", snapshot.fetchedAt?.written), ("last_error", snapshot.lastError.map { Node($0) }),
      ("schema", Node(schema)), ("source", Node(snapshot.source)),
      ("stale_since", snapshot.staleSince?.written),
    ]
    return Node(entries.compactMap { entry in entry.1.map { (entry.0, $0) } }).json()
  }

  /// Reads a file of a source.
  static func decode(_ file: Source, of id: String) throws(SnapshotFinding) -> Snapshot {
    let node: Node
    do throws(Report) {
      node = try JSON.read(file)
    } catch {
      // What stands there may be anything, such as the marks of a merge that failed.
      throw .damaged(source: id)
    }
    guard let written = node["schema"]?.integer, let facts = node["facts"] else { throw .damaged(source: id) }
    guard written <= schema else { throw .newer(source: id, schema: written) }
    guard node["source"]?.text == id else { throw .misplaced(source: id) }
    guard node["checksum"]?.text == checksum(of: facts) else { throw .changed(source: id) }
    let instants = ["fetched_at", "stale_since"].map { node[$0]?.text }
    guard instants.allSatisfy({ $0.map { Instant(rfc3339: $0) != nil } ?? true }) else {
      throw .damaged(source: id)
    }
    do throws(Report) {
      return Snapshot(
        source: id, facts: try Observed.decode(facts, from: file).value,
        fetchedAt: instants[0].flatMap { Instant(rfc3339: $0) },
        staleSince: instants[1].flatMap { Instant(rfc3339: $0) },
        lastError: node["last_error"]?.text.flatMap(Self.code))
    } catch {
      throw .damaged(source: id)
    }
  }

  static func checksum(of facts: Node) -> String {
    "sha256:" + SecureDigest.sha256(of: facts.json(isIndented: false)).hexadecimal
  }

  /// The stable name of a failure; anything else is not repeated.
  private static func code(_ text: String) -> String? {
    let isName = text.utf8.allSatisfy { $0 &- 97 < 26 || $0 &- 48 < 10 || $0 == UInt8(ascii: "-") }
    return isName && text.utf8.count <= 64 ? text : nil
  }
}
