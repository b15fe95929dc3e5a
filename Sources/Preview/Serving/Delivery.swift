import HTTP

/// What a request says about how it wants to be answered.
struct Asking: Sendable {
  let origin: String
  let range: String?
  let ifRange: String?
  let ifNoneMatch: String?
  let ifMatch: String?
  let takesGzip: Bool

  init(_ inquiry: Inquiry, origin: String) {
    self.origin = origin
    range = inquiry.method == "GET" ? inquiry.value("Range") : nil
    ifRange = inquiry.value("If-Range")
    ifNoneMatch = inquiry.value("If-None-Match")
    ifMatch = inquiry.value("If-Match")
    takesGzip = AcceptedEncodings.takesGzip(inquiry.value("Accept-Encoding"))
  }
}

/// The delivery of one thing: whole, in part, compressed, or not at all where the browser has it.
struct Delivery {
  var type: String
  var headers: [Header]
  let asking: Asking

  /// Smaller files gain nothing.
  private static let leastCompressed = 1_000
  /// Larger ones are sent as they lie on the disk.
  private static let mostCompressed = 4 << 20

  /// Delivers bytes.
  mutating func reply(_ status: Int, _ bytes: [UInt8], _ tag: EntityTag) -> Reply {
    let compresses = AcceptedEncodings.helps(type)
    if compresses { headers.append(Header("Vary", "Accept-Encoding")) }
    if compresses, asking.takesGzip, bytes.count >= Self.leastCompressed, asking.range == nil,
      let small = Gzip.compressed(bytes)
    {
      headers.append(Header("Content-Encoding", "gzip"))
      return reply(status, EntityTag("\(tag.text)-gz"), size: small.count) { .bytes(Array(small[$0])) }
    }
    return reply(status, tag, size: bytes.count) {
      $0.count == bytes.count ? .bytes(bytes) : .bytes(Array(bytes[$0]))
    }
  }

  /// Delivers a file.
  mutating func reply(_ status: Int, _ file: OpenFile) -> Reply {
    let isSmall = (Self.leastCompressed...Self.mostCompressed).contains(file.size)
    if isSmall, AcceptedEncodings.helps(type), asking.takesGzip, asking.range == nil, let bytes = file.bytes()
    {
      return reply(status, bytes, EntityTag(file.tag))
    }
    return reply(status, EntityTag(file.tag), size: file.size) { .file(file, $0) }
  }

  private func reply(
    _ status: Int, _ tag: EntityTag, size: Int, body: (Range<Int>) -> Reply.Body
  ) -> Reply {
    var reply = Reply(status: status, headers: [Header("Content-Type", type)] + headers)
    reply.headers.append(Header("ETag", tag.quoted))
    if !headers.contains(where: { $0.isNamed("Cache-Control") }) {
      reply.headers.append(Header("Cache-Control", "no-cache"))
    }
    guard status == 200 else {
      reply.body = body(0..<size)
      return reply
    }
    if let asked = asking.ifMatch, !tag.isAmong(asked) {
      reply.status = 412
      return reply
    }
    if let known = asking.ifNoneMatch, tag.isAmong(known) {
      reply.status = 304
      return reply
    }
    reply.headers.append(Header("Accept-Ranges", "bytes"))
    let isCurrent = asking.ifRange.map { $0 == tag.quoted } ?? true
    switch ByteRange(isCurrent ? asking.range : nil, of: size) {
    case .whole: reply.body = body(0..<size)
    case .part(let part):
      reply.status = 206
      reply.headers.append(Header("Content-Range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"))
      reply.body = body(part)
    case .none:
      reply.status = 416
      reply.headers.append(Header("Content-Range", "bytes */\(size)"))
    }
    return reply
  }
}
