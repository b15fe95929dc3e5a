import Bytes
import HTTP

extension Bucket {
  /// Lists what lies in the bucket and reads the record of the last deploy, and what one that was cut short was doing.
  public func state() throws(DeployFailure) -> TargetState {
    var objects = try objects()
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

  private func objects() throws(DeployFailure) -> [String: TargetState.Object] {
    var objects: [String: TargetState.Object] = [:]
    var continuation: String?
    repeat {
      var query = [("list-type", "2"), ("encoding-type", "url"), ("prefix", prefix)]
      if let continuation { query.append(("continuation-token", continuation)) }
      let answer = try send(.get, nil, query: query)
      guard answer.status == 200 else { throw refusal(of: "", answer) }
      let text = XMLText(answer.body)
      let isEncoded = text.first("EncodingType") == "url"
      for contents in text.insides(of: "Contents") {
        guard let written = text.first("Key", within: contents) else { continue }
        let decoded = isEncoded ? written.percentDecoded(formSpaces: true) : written
        guard let key = decoded, key.hasPrefix(prefix), key.utf8.count > prefix.utf8.count else { continue }
        objects[String(key.utf8.dropFirst(prefix.utf8.count)) ?? key] = Self.object(contents, in: text)
      }
      let isCut = text.first("IsTruncated") == "true"
      continuation = isCut ? text.first("NextContinuationToken") : nil
    } while continuation != nil
    return objects
  }

  private static func object(_ contents: Range<Int>, in text: XMLText) -> TargetState.Object {
    let version = text.insides(of: "ETag", within: contents, limit: 1).first.map {
      text.unescaped($0).filter { $0 != UInt8(ascii: "\"") }
    }
    // A dash tells how many pieces it was sent in; then it is no digest of the whole.
    let isDigest = version.map { $0.count == 32 && !$0.contains(UInt8(ascii: "-")) } ?? false
    return TargetState.Object(
      size: text.first("Size", within: contents).flatMap { Int($0) } ?? 0,
      md5: isDigest ? version.map { String(decoding: $0, as: UTF8.self).lowercased() } : nil)
  }

  /// A refusal as a failure: its status and what the store calls it.
  func refusal(of key: String, _ answer: Response) -> DeployFailure {
    .answered(status: answer.status, code: Self.errorCode(in: answer.body), key: prefix + key)
  }
}
