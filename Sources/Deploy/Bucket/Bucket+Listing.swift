import Bytes
import HTTP

// A store lists a thousand keys at a time, each page after the one before. Where the keys are known that may lie there,
// several stretches between them are asked for at once; what else lies there is in one of them too.

extension Bucket {
  /// How many keys a store gives on one page, at most.
  static let pageLength = 1000

  /// A stretch of keys: those after `start`, up to `end` with it.
  private struct Stretch: Sendable {
    let start: String?
    let end: String?
  }

  /// One page of the listing.
  private struct Page {
    let objects: [(key: String, object: TargetState.Object)]
    /// What leads to the next one; nil for the last.
    let continuation: String?
  }

  /// What lies in the bucket, by its keys.
  ///
  /// - `keys` are those that may lie there, in order.
  func objects(
    expecting keys: [String], pageLength: Int = pageLength
  ) throws(DeployFailure) -> [String: TargetState.Object] {
    let stretches = Self.stretches(of: keys, pageLength)
    let parts = try each(stretches) { stretch throws(DeployFailure) in try list(stretch, pageLength) }
    let known = parts.compactMap(\.self)
    // A store with an order of its own is read from its beginning to its end.
    guard known.count == parts.count else { return try all(pageLength) }
    return known.dropFirst().reduce(into: known[0]) { $0.merge($1) { $1 } }
  }

  /// As many stretches as requests may run at once, each of whole pages.
  private static func stretches(of keys: [String], _ pageLength: Int) -> [Stretch] {
    let all = [Manifest.key] + keys
    let pages = (all.count + pageLength - 1) / pageLength
    let length = (pages + atOnce - 1) / atOnce * pageLength
    let bounds = stride(from: length - 1, to: all.count - 1, by: length).map { all[$0] }
    return zip([nil] + bounds, bounds + [nil]).map { Stretch(start: $0, end: $1) }
  }

  /// The objects of a stretch; nil where keys come in another order than that of their bytes.
  private func list(
    _ stretch: Stretch, _ pageLength: Int
  ) throws(DeployFailure) -> [String: TargetState.Object]? {
    var objects: [String: TargetState.Object] = [:]
    var last = stretch.start
    var isOrdered = true
    try pages(after: stretch.start, pageLength) { page in
      for (key, object) in page.objects {
        if let last, !last.utf8.lexicographicallyPrecedes(key.utf8) { isOrdered = false }
        if let end = stretch.end, end.utf8.lexicographicallyPrecedes(key.utf8) { return false }
        objects[key] = object
        last = key
      }
      // The next page begins with another stretch.
      guard let last, let end = stretch.end else { return isOrdered }
      return isOrdered && !last.utf8.elementsEqual(end.utf8)
    }
    return isOrdered ? objects : nil
  }

  /// All objects, in whatever order they come.
  private func all(_ pageLength: Int) throws(DeployFailure) -> [String: TargetState.Object] {
    var objects: [String: TargetState.Object] = [:]
    try pages(after: nil, pageLength) { page in
      for (key, object) in page.objects { objects[key] = object }
      return true
    }
    return objects
  }

  /// Shows page after page, as long as the next one is wanted.
  private func pages(
    after start: String?, _ length: Int, show: (Page) -> Bool
  ) throws(DeployFailure) {
    var continuation: String?
    repeat {
      let page = try page(after: start, continuation, length)
      continuation = show(page) ? page.continuation : nil
    } while continuation != nil
  }

  private func page(
    after start: String?, _ continuation: String?, _ length: Int
  ) throws(DeployFailure) -> Page {
    var query = [
      ("list-type", "2"), ("encoding-type", "url"), ("prefix", prefix), ("max-keys", "\(length)"),
    ]
    if let continuation {
      query.append(("continuation-token", continuation))
    } else if let start {
      query.append(("start-after", prefix + start))
    }
    let answer = try send(.get, nil, query: query)
    guard answer.status == 200 else { throw refusal(of: "", answer) }
    let text = XMLText(answer.body)
    let isEncoded = text.first("EncodingType") == "url"
    let objects = text.insides(of: "Contents").compactMap { contents -> (String, TargetState.Object)? in
      guard let written = text.first("Key", within: contents) else { return nil }
      let decoded = isEncoded ? written.percentDecoded(formSpaces: true) : written
      guard let key = decoded, key.hasPrefix(prefix), key.utf8.count > prefix.utf8.count else { return nil }
      return (String(key.utf8.dropFirst(prefix.utf8.count)) ?? key, Self.object(contents, in: text))
    }
    let isCut = text.first("IsTruncated") == "true"
    return Page(objects: objects, continuation: isCut ? text.first("NextContinuationToken") : nil)
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
}
