import Bytes
import HTTP
import Workers

extension Bucket {
  /// Lists what lies in the bucket and reads the record of the last deploy, and what one that was cut short was doing.
  ///
  /// - `keys` are those that may lie there, in the order of their bytes.
  func state(expecting keys: [String] = []) throws(DeployFailure) -> TargetState {
    // Where there is none yet it is asked for in vain, which takes less than to wait for the list.
    let reading = Later { Result { () throws(DeployFailure) in try self.record(Manifest.key) } }
    let listing = Result { () throws(DeployFailure) in try self.objects(expecting: keys) }
    let read = reading.value
    var objects = try listing.get()
    var last = try read.get()
    // A store that encrypts gives objects versions that are no digests: then only sizes can be compared.
    let compared = (last.manifest?.files ?? [:]).filter { objects[$0.key]?.md5 != nil }
    if !compared.isEmpty, !compared.contains(where: { objects[$0.key]?.md5 == $0.value.storedMD5 }) {
      objects = objects.mapValues { TargetState.Object(size: $0.size, md5: nil) }
    }
    if objects[Manifest.pendingKey] != nil, let pending = try record(Manifest.pendingKey).manifest {
      last.manifest = Manifest.resumed(last.manifest, pending: pending, objects: objects)
    }
    return TargetState(manifest: last.manifest, version: last.version, objects: objects)
  }

  /// One of our own records, where there is one.
  private func record(_ key: String) throws(DeployFailure) -> (manifest: Manifest?, version: String?) {
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
