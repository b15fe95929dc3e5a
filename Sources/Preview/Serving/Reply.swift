import HTTP

/// What is answered to a request.
struct Reply: Sendable {
  /// What is sent after the head.
  enum Body: Sendable {
    case bytes([UInt8])
    case file(OpenFile, Range<Int>)
    case stream(EventStream)
  }

  var status: Int
  var headers: [Header] = []
  var body: Body = .bytes([])

  /// A short answer in plain words.
  static func plain(_ status: Int, _ text: String, _ headers: [Header] = []) -> Reply {
    Reply(
      status: status,
      headers: [Header("Content-Type", "text/plain; charset=utf-8"), Header("Cache-Control", "no-store")]
        + headers,
      body: .bytes(Array((text + "\n").utf8)))
  }
}
