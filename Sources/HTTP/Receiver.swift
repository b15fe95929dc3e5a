/// Gathers what a server sends, and stops when it is too much or not wanted any more.
///
/// A class, because libcurl carries its address; it lives for one request on one thread.
final class Receiver {
  /// Why it did not take all.
  enum Stop {
    case cancelled, stalled, bodyTooLarge, headTooLarge
  }

  private(set) var headers: [Header] = []
  private(set) var body: [UInt8] = []
  private(set) var stop: Stop?
  private var headBytes = 0
  private let limits: Limits
  private let cancellation: Cancellation?
  /// How many bytes had come and gone when some last did.
  private var moved = (bytes: 0, at: ContinuousClock.now)

  init(limits: Limits, cancellation: Cancellation?) {
    self.limits = limits
    self.cancellation = cancellation
  }

  /// Looks at the flag and at the clock; asked about once a second, and whenever something moves.
  func mayGoOn(after bytes: Int) -> Bool {
    if cancellation?.isCancelled == true { stop = .cancelled }
    if bytes != moved.bytes { moved = (bytes, .now) }
    if let stall = limits.stall, moved.at.duration(to: .now) > stall { stop = .stalled }
    return stop == nil
  }

  /// Takes a piece of the body; the count of bytes taken, fewer than given to stop.
  func take(body bytes: UnsafeRawBufferPointer) -> Int {
    guard body.count + bytes.count <= limits.bytes else {
      stop = .bodyTooLarge
      return 0
    }
    body.append(contentsOf: bytes)
    return bytes.count
  }

  /// Takes a line of the head, of this answer or of one before it such as `100 Continue`.
  func take(line bytes: UnsafeRawBufferPointer) -> Int {
    headBytes += bytes.count
    guard headBytes <= Limits.headBytes else {
      stop = .headTooLarge
      return 0
    }
    if bytes.starts(with: "HTTP/".utf8) { headers = [] }
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      headers.append(Header(Self.text(bytes[..<colon]), Self.text(bytes[(colon + 1)...])))
    }
    return bytes.count
  }

  private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    let isBlank: (UInt8) -> Bool = { $0 <= 0x20 }
    let start = bytes.drop(while: isBlank)
    let end = start.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start.startIndex
    return String(decoding: start[..<end], as: UTF8.self)
  }
}
