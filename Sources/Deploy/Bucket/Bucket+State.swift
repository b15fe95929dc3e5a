import Bytes
import HTTP

extension Bucket {
  /// Lists what lies in the bucket and reads the record of the last deploy, and what one that was cut short was doing.
  public func state() throws(DeployFailure) -> TargetState {
    let record = Result { () throws(DeployFailure) in try self.record(Manifest.key) }
    // Without a right to list nobody deploys: that is told first.
    var objects = try objects(expecting: Self.keys(of: record))
    var last = try record.get()
    // A store that encrypts gives objects versions that are no digests: then only sizes can be compared.
    let compared = (last.manifest?.files ?? [:]).filter { objects[$0.key]?.md5 != nil }
    if !compared.isEmpty, !compared.contains(where: { objects[$0.key]?.md5 == $0.value.storedMD5 }) {
      objects = objects.mapValues { TargetState.Object(size: $0.size, md5: nil) }
    }
    if objects[Manifest.pendingKey] != nil, let pending = try self.record(Manifest.pendingKey).manifest {
      last.manifest = Manifest.resumed(last.manifest, pending: pending, objects: objects)
    }
    return TargetState(manifest: last.manifest, version: last.version, objects: objects)
  }

  /// A record and its version, where there is one.
  private typealias Record = (manifest: Manifest?, version: String?)

  /// The keys that lie there by the record.
  private static func keys(of record: Result<Record, DeployFailure>) -> [String] {
    guard case .success(let last) = record, let manifest = last.manifest else { return [] }
    return manifest.files.keys.sorted()
  }

  /// One of our own records.
  private func record(_ key: String) throws(DeployFailure) -> Record {
    let answer = try send(.get, key)
    if answer.status == 404 { return (nil, nil) }
    guard answer.status == 200 else { throw refusal(of: key, answer) }
    guard let manifest = Manifest(json: answer.body) else { throw .damagedRecord(prefix + key) }
    return (manifest, answer[header: "ETag"])
  }

  /// A refusal as a failure: its status and what the store calls it.
  func refusal(of key: String, _ answer: Response) -> DeployFailure {
    .answered(status: answer.status, code: Self.errorCode(in: answer.body), key: prefix + key)
  }
}
