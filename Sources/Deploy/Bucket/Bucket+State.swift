import Bytes
import HTTP

extension Bucket {
  /// Lists what lies in the bucket and reads the record of the last deploy, and what one that was cut short was doing.
  ///
  /// - `keys` are those that may lie there, in the order of their bytes.
  func state(expecting keys: [String] = []) throws(DeployFailure) -> TargetState {
    var objects = try objects(expecting: keys)
    var record = try record(Manifest.key, among: objects)
    // A store that encrypts gives objects versions that are no digests: then only sizes can be compared.
    let compared = (record.manifest?.files ?? [:]).filter { objects[$0.key]?.md5 != nil }
    if !compared.isEmpty, !compared.contains(where: { objects[$0.key]?.md5 == $0.value.storedMD5 }) {
      objects = objects.mapValues { TargetState.Object(size: $0.size, md5: nil) }
    }
    if let pending = try self.record(Manifest.pendingKey, among: objects).manifest {
      record.manifest = Manifest.resumed(record.manifest, pending: pending, objects: objects)
    }
    return TargetState(manifest: record.manifest, version: record.version, objects: objects)
  }

  /// One of our own records; a key that is not listed is not asked for.
  private func record(
    _ key: String, among objects: [String: TargetState.Object]
  ) throws(DeployFailure) -> (manifest: Manifest?, version: String?) {
    guard objects[key] != nil else { return (nil, nil) }
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
